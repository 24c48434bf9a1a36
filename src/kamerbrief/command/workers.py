"""Work in processes: results in the order of the items, and an item that ends its process costs nothing but itself.

Each process has a pipe of its own and a few items in hand, so that the one that it died of, or that takes too long, is
known; the others go to another process. ``concurrent.futures`` gives up all items when a process dies,
``multiprocessing.Pool`` waits for ever for the lost one, and the processes of ``pebble`` share one pipe under one lock,
which a killed one may hold.
"""

from __future__ import annotations

import contextlib
import dataclasses
import itertools
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from multiprocessing.connection import wait
from multiprocessing.reduction import ForkingPickler
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

Item = TypeVar("Item")
Result = TypeVar("Result")

_IN_HAND: Final = 2
"""Items that a process has at a time: one to work on, one to go on with at once."""
_SMALL: Final = 3000
"""Bytes of an item that a pipe surely takes while its process is busy and does not read."""
_WINDOW: Final = 16
"""How many items for each process may be under way or wait for an earlier one to be done: what bounds memory."""
_LAST_WORD: Final = 5.0
"""Seconds for a process to end after it closed its pipe."""


@dataclasses.dataclass(frozen=True, slots=True)
class Done(Generic[Result]):
    """A result that needs no work and only keeps its place in the order."""

    result: Result


def in_order(
    items: Iterable[Item | Done[Result]],
    work: Callable[[Item], Result],
    lost: Callable[[Item, str], Result],
    *,
    jobs: int,
    timeout: float | None = None,
) -> Generator[Result, None, None]:
    """Work on items in processes; items are taken as they are needed.

    Args:
        items: What to work on; what crosses to the processes is pickled.
        work: What makes the result of an item, for a process to import.
        lost: What makes the result of an item whose process died or took too long, and the reason.
        jobs: How many processes.
        timeout: Seconds for an item, from when its process began with it.

    Yields:
        A result for each item, in the order of the items.
    """
    pool = _Pool(work, lost, jobs, timeout)
    try:
        yield from pool.results(iter(items))
    finally:
        pool.stop()


class _Task(NamedTuple, Generic[Item]):
    """An item with its number in the order, and as it crosses to a process."""

    number: int
    item: Item
    pickled: memoryview


class _Worker(Generic[Item]):
    """A process, and the items that it has in hand, the first one in work."""

    def __init__(self, work: Callable[[Item], object]) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process: SpawnProcess = context.Process(target=_serve, args=(theirs, work), daemon=True)
        with _no_interrupt():
            self.process.start()
        theirs.close()
        self.in_hand: deque[_Task[Item]] = deque()
        self.since: float | None = None
        """When it began with its first item; None as long as it starts."""

    def takes(self, task: _Task[Item]) -> bool:
        """Whether it has room for a task; a large one must be read at once, or both sides would wait for each other."""
        return not self.in_hand or (len(self.in_hand) < _IN_HAND and len(task.pickled) <= _SMALL)

    def give(self, task: _Task[Item]) -> None:
        if not self.in_hand and self.since is not None:
            self.since = time.monotonic()
        self.in_hand.append(task)
        with contextlib.suppress(OSError):  # it died; its pipe will tell
            self.connection.send_bytes(task.pickled)

    def stop(self) -> None:
        self.process.kill()
        self.process.join(_LAST_WORD)
        self.connection.close()


class _Pool(Generic[Item, Result]):
    def __init__(
        self, work: Callable[[Item], Result], lost: Callable[[Item, str], Result], jobs: int, timeout: float | None
    ) -> None:
        self._work = work
        self._lost = lost
        self._jobs = jobs
        self._timeout = timeout
        self._workers: list[_Worker[Item]] = []
        self._waiting: deque[_Task[Item]] = deque()
        """Items without a process, in their order."""
        self._results: dict[int, Result] = {}
        """Results that an earlier item holds up."""

    def results(self, items: Iterator[Item | Done[Result]]) -> Iterator[Result]:
        """The results, in the order of the items."""
        given = due = 0
        while True:
            for item in itertools.islice(items, max(0, due + _WINDOW * self._jobs - given)):
                if isinstance(item, Done):
                    self._results[given] = item.result
                else:
                    self._waiting.append(_Task(given, item, ForkingPickler.dumps(item)))
                given += 1
            self._hand_out()
            if due == given:
                return
            self._collect(wait_for=False)
            self._hand_out()
            while due not in self._results:
                self._collect(wait_for=True)
                self._hand_out()
            yield self._results.pop(due)
            due += 1

    def stop(self) -> None:
        for worker in self._workers:
            worker.stop()

    def _hand_out(self) -> None:
        """Give waiting items to the processes that have the least in hand; start those that are missing."""
        while self._waiting:
            worker = min(self._workers, key=lambda one: len(one.in_hand), default=None)
            if len(self._workers) < self._jobs and (worker is None or worker.in_hand):
                worker = _Worker(self._work)
                self._workers.append(worker)
            if worker is None or not worker.takes(self._waiting[0]):
                return
            worker.give(self._waiting.popleft())

    def _collect(self, *, wait_for: bool) -> None:
        """Take the results that are there; wait for one, or for the end of a process or of its time."""
        told = wait([worker.connection for worker in self._workers], self._seconds_left() if wait_for else 0)
        ready = [worker for worker in self._workers if worker.connection in told]
        for worker in ready:
            self._receive(worker)
        now = time.monotonic()
        for worker in [one for one in self._workers if one not in ready and self._seconds_of(one, now) <= 0]:
            self._bury(worker, f"took longer than {self._timeout:g} seconds")

    def _receive(self, worker: _Worker[Item]) -> None:
        try:
            result = worker.connection.recv()
        except (EOFError, OSError):
            worker.process.join(_LAST_WORD)
            self._bury(worker, f"the process that read it died ({_how(worker.process.exitcode)})")
            return
        if worker.since is not None:  # else it says that it has started
            self._results[worker.in_hand.popleft().number] = result
        worker.since = time.monotonic()

    def _bury(self, worker: _Worker[Item], reason: str) -> None:
        """Its first item is lost; the others wait again, in their order."""
        worker.stop()
        self._workers.remove(worker)
        if worker.in_hand:
            task = worker.in_hand.popleft()
            self._results[task.number] = self._lost(task.item, reason)
            self._waiting.extendleft(reversed(worker.in_hand))

    def _seconds_of(self, worker: _Worker[Item], now: float) -> float:
        if self._timeout is None or worker.since is None or not worker.in_hand:
            return float("inf")
        return worker.since + self._timeout - now

    def _seconds_left(self) -> float | None:
        now = time.monotonic()
        least = min((self._seconds_of(worker, now) for worker in self._workers), default=float("inf"))
        return None if least == float("inf") else max(least, 0)


def _serve(connection: Connection, work: Callable[[Item], object]) -> None:
    """What a process does: say that it has started, then answer each item, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who started it is asked to stop, and stops it
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with contextlib.suppress(EOFError, OSError):
        connection.send(None)
        while True:
            connection.send(work(connection.recv()))


def _end_with_parent() -> None:
    """A process whose parent was killed while it reads something endless must not go on for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextlib.contextmanager
def _no_interrupt() -> Iterator[None]:
    """What is started here never sees Ctrl-C, not even while it starts; it reaches this process afterwards."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _how(code: int | None) -> str:
    """How a process ended, in words."""
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {code}"
