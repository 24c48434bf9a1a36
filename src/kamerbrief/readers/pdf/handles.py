"""PDFium by addresses.

pypdfium2 declares its functions with pointer objects, which cost more to make and to pass than most calls take. Here a
handle is an integer, and what a function writes goes to an address in a packed array. These arrays are shared: one
thread reads at a time.
"""

from __future__ import annotations

import ctypes
from collections import deque
from itertools import starmap
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Handle: TypeAlias = int
"""The address of a page, object, font or element of PDFium, which tells it from others as long as its page is open; 0
for none."""


def by_address(function: Any) -> Callable[..., Any]:  # noqa: ANN401 -- pypdfium2 has no types
    """A function of PDFium that takes and gives addresses instead of pointers; it takes pointers too."""
    given = ctypes.c_size_t if _is_pointer(function.restype) else function.restype
    taken = [ctypes.c_void_p if _is_pointer(kind) else kind for kind in function.argtypes]
    return ctypes.CFUNCTYPE(given, *taken)(ctypes.cast(function, ctypes.c_void_p).value or 0)


def unchecked(function: Any) -> Callable[..., Any]:  # noqa: ANN401
    """The same at half the cost, for what is asked hundreds of times a page: its arguments are taken as they are.

    The interpreter is not left to other threads meanwhile: a call is over before one of them would begin.

    Every address must be given as :data:`argument` makes it; a bare number is an ``int`` of C.
    """
    given = ctypes.c_size_t if _is_pointer(function.restype) else function.restype
    return ctypes.PYFUNCTYPE(given)(ctypes.cast(function, ctypes.c_void_p).value or 0)


argument: Final[Callable[[Handle], object]] = ctypes.c_void_p.from_param
"""An address as an unchecked function takes it."""


def answers(function: Callable[..., Any], *arguments: Iterable[object]) -> Iterator[Any]:
    """What an unchecked function answers to each of many arguments; sooner than ``map`` would tell it."""
    return starmap(function, zip(*arguments, strict=False))


def ask(function: Callable[..., Any], *arguments: Iterable[object]) -> None:
    """Call a function that writes down what it finds, with each of many arguments."""
    deque(answers(function, *arguments), maxlen=0)


_KEPT = 1 << 20
"""Room of so many bytes is kept for the next page; what one huge page needed is given back."""


class Records:
    """Room for the answers of a page, record after record of so many bytes, and the addresses of their fields.

    It is made once and grows: an address takes longer to make than many an answer.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._room = ctypes.create_string_buffer(0)
        self._fields: dict[int, list[object]] = {}

    def reserve(self, count: int) -> None:
        """Make room for so many records, all of zeros: a function that fails writes nothing."""
        wanted = count * self._size
        if len(self._room) < wanted or len(self._room) > max(_KEPT, 4 * wanted):
            self._room = ctypes.create_string_buffer((count + count // 2) * self._size)
            self._fields = {}
        ctypes.memset(self._room, 0, wanted)

    @property
    def begin(self) -> Handle:
        """Where the first record stands."""
        return ctypes.addressof(self._room)

    def addresses(self, offset: int) -> Sequence[object]:
        """Where a field of each record stands that begins so far from the record's begin."""
        if offset not in self._fields:
            places = range(self.begin + offset, self.begin + len(self._room), self._size)
            self._fields[offset] = list(map(argument, places))
        return self._fields[offset]

    def written(self, count: int) -> memoryview:
        """What is written into so many records."""
        return memoryview(self._room).cast("B")[: count * self._size]


def _is_pointer(kind: type | None) -> bool:
    return kind is ctypes.c_void_p or hasattr(kind, "contents")
