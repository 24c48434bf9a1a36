"""Work in processes: the order, and what happens to those that do not come back."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator

import pytest

from kamerbrief.command.workers import Done, in_order


@pytest.fixture(autouse=True)
def nothing_to_import_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that is spawned imports the program that started it, which here is pytest."""
    monkeypatch.delattr(sys.modules["__main__"], "__file__", raising=False)
    monkeypatch.setattr(sys.modules["__main__"], "__spec__", None)


def work(item: str) -> str:
    if item == "exit":
        os._exit(3)
    if item == "slow":
        time.sleep(60)
    return f"{item[:9]} {len(item)} by {os.getpid()}"


def lost(item: str, reason: str) -> str:
    return f"{item} lost: {reason}"


def test_order_losses_and_what_needs_no_work() -> None:
    items: list[str | Done[str]] = ["a", Done("b"), "exit", "c" * 500_000, "d" * 500_000, "exit", "e", Done("f")]
    results = list(in_order(items, work, lost, jobs=2))
    told = "exit lost: the process that read it died (exit code 3)"
    assert [result.partition(" by ")[0] for result in results] == [
        "a 1", "b", told, "ccccccccc 500000", "ddddddddd 500000", told, "e 1", "f",
    ]  # fmt: skip


def test_no_more_is_taken_than_is_needed() -> None:
    taken = 0

    def items() -> Iterator[str]:
        nonlocal taken
        for _ in range(1000):
            taken += 1
            yield "a"

    results = in_order(items(), work, lost, jobs=1)
    assert next(results)
    results.close()
    assert taken < 50


def test_time_is_up() -> None:
    results = list(in_order(["a", "slow", "b"], work, lost, jobs=1, timeout=2))
    assert [result.partition(" by ")[0] for result in results] == [
        "a 1", "slow lost: took longer than 2 seconds", "b 1",
    ]  # fmt: skip
