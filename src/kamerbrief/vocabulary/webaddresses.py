"""Addresses on the web that the end of a line cuts, and what they lead to."""

from __future__ import annotations

from functools import cache
from itertools import takewhile
from urllib.parse import unquote

import regex

from kamerbrief.vocabulary.citations import any_of, listed

_BEFORE = regex.compile(r"\A(?:https?:/*+)?(?:www\.)?", regex.IGNORECASE)
_BEGIN = regex.compile(r"https?://|www\.", regex.IGNORECASE)
BEFORE_ADDRESS = 4
"""A mark or bracket of so many characters at most stands before an address that has the line for itself."""
_PUNCTUATION = ".,;:!?)]}>»”’\"'"
_REST = regex.compile(
    r"""
    .*?(?:
        \w[=&_]\w | \A[=&?]\w                                             # naam=sloten, 2021_2027, =12
      | (?:\A|\w)[=&?\#%/]\w(?:.*[-./&=])                                 # sloten/dijken/molens
      | [\w-]/\Z                                                          # valt/
      | \.(?:html?|pdf|aspx?|php|docx?|xlsx?)\Z
    )
  | -(?=[a-z\d]++[-/_])                                                   # -van-de-dijk
    """,
    regex.VERBOSE,
)
"""What can only be a part of an address."""
_COMPOUND = regex.compile(r"(?=.*\p{Ll})(?=.*\d)[\p{Ll}\d]++(?:-[\p{Ll}\d]++){2,}\Z")
"""What is hardly anything else behind one: ``plannen-2022-2027``."""
_MAY_GO_ON = regex.compile(r"[\p{Ll}\d][\p{L}\d_-]*+\Z")
_ENDED = regex.compile(r"(?:\.[a-z]{2,5}|/)\Z", regex.IGNORECASE)
_DATE = regex.compile(r"[\d/.-]++\Z")


def plain_address(text: str) -> str:
    """An address as two have it that lead to the same page, however they are written.

    Example:
        >>> plain_address("http://www.sloten.example/De%20dijk/") == plain_address("www.sloten.example/de dijk")
        True
    """
    squashed = "".join(unquote(text).split()).casefold().replace("\\", "/").rstrip("/")
    return _BEFORE.sub("", squashed, count=1)


def address_in(word: str) -> str:
    """A word from where an address on the web begins in it.

    Example:
        >>> address_in("(zie:www.sloten.example/dijk")
        'www.sloten.example/dijk'
    """
    match = _BEGIN.search(word)
    return word[match.start() :] if match else word


def leads_on(address: str, word: str, target: str) -> bool | None:
    """Whether a word is the rest of an address that ends before it, by what the address leads to.

    Args:
        address: What is printed of the address so far.
        word: What is printed behind it.
        target: What it leads to.

    Returns:
        None if the target does not tell, since it is another address.

    Example:
        >>> leads_on("www.sloten.example/dij", "ken).", "http://www.sloten.example/dijken")
        True
        >>> leads_on("www.sloten.example/dij", "ken).", "http://www.sloten.example/dij")
        False
    """
    printed, whole = plain_address(address), plain_address(target)
    printed += "/" * (address.endswith("/") and whole.startswith(f"{printed}/"))
    if not printed or not whole.startswith(printed):
        return None
    rest, following = whole[len(printed) :], unquote(word).casefold()
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(rest, following, strict=False)))
    return same > 0 and (same == len(rest) or not following[same:].strip(f"{_PUNCTUATION}/"))


def is_ended(address: str) -> bool:
    """Whether punctuation ends an address.

    Example:
        >>> is_ended("www.sloten.example)"), is_ended("www.sloten.example?id=")
        (True, False)
    """
    return address.endswith(tuple(_PUNCTUATION))


def is_rest(word: str, *, alone: bool) -> bool:
    """Whether a word at the beginning of a line can only be the rest of an address that ends the line above.

    Args:
        word: The word.
        alone: Nothing else stands in the line above, so that the address was cut where the line was full.

    Example:
        >>> is_rest("-van-de-dijk.html).", alone=False), is_rest("en/of", alone=False), is_rest("dijken", alone=True)
        (True, False, False)
    """
    bare = word.rstrip(_PUNCTUATION)
    if _BEGIN.search(bare) or _own_host().match(bare) or _DATE.match(bare) or "@" in bare:
        return False
    return _REST.match(bare) is not None or (alone and _COMPOUND.match(bare) is not None)


def may_be_rest(address: str, word: str) -> bool:
    """Whether a word may be the rest of an address that fills the line above, and may as well be none.

    Example:
        >>> may_be_rest("www.sloten.example/dij", "ken"), may_be_rest("www.sloten.example/dijk.pdf", "ken")
        (True, False)
    """
    return (
        _MAY_GO_ON.match(word.rstrip(_PUNCTUATION)) is not None
        and _ENDED.search(address) is None
        and "/" in plain_address(address)
    )


@cache
def _own_host() -> regex.Pattern[str]:
    """What begins an address of its own."""
    return regex.compile(rf"[\w-]++(?:\.[\w-]++)*?\.(?:{any_of(listed('domains'))})(?=/|\Z)", regex.IGNORECASE)
