"""The ministries under the names that they had, and the clues by which a letterhead names them.

One TOOI id carries several names in the course of time and one name has been borne by several ids, so every
question takes the date of the letter. ``on=None`` stands for a letter without a date: the last answer counts.
Addresses, kenmerk shapes and telephone numbers belong to families of ministries that share a house or a
register; those functions give the family as it was on that day.

The data are in ``ministries.toml``.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from kamerbrief.vocabulary import table
from kamerbrief.vocabulary.folding import DASHES, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

TOOI_PREFIX = "https://identifier.overheid.nl/tooi/id/ministerie/"
EARLY = dt.timedelta(days=92)
"""How long before its day in the register a name is printed already: cabinets start before the decree."""

_MAX_NAME_LINES = 5
_TENURE = re.compile(r"(mnre\d{4})(?: since (\d{4}-\d\d-\d\d))?(?: until (\d{4}-\d\d-\d\d))?")


@dataclass(frozen=True, slots=True)
class Ministry:
    """A ministry under one of its names.

    Attributes:
        tooi_id: Like ``https://identifier.overheid.nl/tooi/id/ministerie/mnre1058``; it outlives the name.
        abbreviation: As in the register: ``JenV``.
        name: Without "Ministerie van": ``Justitie en Veiligheid``.
        since: The first day of the name; None where no register gives it.
        until: The last day of the name; None for today's.
    """

    tooi_id: str
    abbreviation: str
    name: str
    since: dt.date | None
    until: dt.date | None

    def is_valid(self, on: dt.date) -> bool:
        """Whether the ministry bore this name on that day."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


class Tenure(NamedTuple):
    """The time during which something belonged to a ministry."""

    tooi_id: str
    since: dt.date | None
    until: dt.date | None

    def includes(self, on: dt.date) -> bool:
        """Whether it belonged to the ministry on that day, and the ministry existed."""
        names = records()[self.tooi_id]
        first, last = names[0].since, names[-1].until
        return all(day is None or day <= on for day in (self.since, first)) and all(
            day is None or on <= day for day in (self.until, last)
        )

    def distance(self, on: dt.date) -> dt.timedelta:
        """How far that day lies from it."""
        if self.since is not None and on < self.since:
            return self.since - on
        if self.until is not None and on > self.until:
            return on - self.until
        return dt.timedelta(0)


def tenures(items: Iterable[str]) -> tuple[Tenure, ...]:
    """Read the ``ministries`` of an entry: ``mnre1045 since 2010-10-14 until 2017-10-25``.

    Raises:
        ValueError: An item is written otherwise, or its id is unknown.
    """
    read = []
    for item in items:
        match = _TENURE.fullmatch(item)
        if match is None or TOOI_PREFIX + match[1] not in records():
            raise ValueError(f"no ministry with its dates: {item!r}")
        since, until = (day and dt.date.fromisoformat(day) for day in match.groups()[1:])
        read.append(Tenure(TOOI_PREFIX + match[1], since or None, until or None))
    return tuple(read)


@cache
def records() -> Mapping[str, tuple[Ministry, ...]]:
    """All names of each id, the oldest first."""
    return {
        TOOI_PREFIX + entry["id"]: tuple(
            Ministry(
                TOOI_PREFIX + entry["id"], name["abbreviation"], name["name"], name.get("since"), name.get("until")
            )
            for name in entry["names"]
        )
        for entry in _data()["ministry"]
    }


def ministry_on(tooi_id: str, on: dt.date | None) -> Ministry:
    """The ministry under the name that it had on that day.

    Before its first day that is its first name, after its last day its last name.

    Raises:
        KeyError: The id is unknown.
    """
    names = records()[tooi_id]
    if on is None:
        return names[-1]
    return next((name for name in names if name.until is None or on <= name.until), names[-1])


def by_name(text: str, on: dt.date | None) -> Ministry | None:
    """The ministry whose name this is, with or without "Ministerie van".

    A name counts somewhat before its day in the register. Long after its days the ministry is given under the name
    that it had on the date, since letterheads are printed in stock; long before them under the name itself.

    Example:
        >>> by_name("ministerie van Justitie & Veiligheid", dt.date(2017, 11, 20)).abbreviation
        'JenV'
    """
    key, labelled = _without_label(fold(text))
    found = _names().get(key)
    if found is None and labelled:
        return _by_alias(key, on)
    return (_to_come(found, on) or _choose(found, on)) if found else None


def by_abbreviation(text: str, on: dt.date | None) -> Ministry | None:
    """The ministry with that abbreviation, of the register or in use (``V&W``, ``BuZa``, ``MinVWS``)."""
    return _by_alias(fold(text), on) if text[:1].isupper() else None


def longest_name(lines: Sequence[str]) -> tuple[str, int] | None:
    """The name of a ministry with which these lines begin, and how many lines it takes.

    Args:
        lines: The lines of a letterhead from the first of the name on: "Ministerie van", "Binnenlandse Zaken
            en", "Koninkrijksrelaties", "Turfmarkt 147". A bare name counts too.

    Returns:
        The name as in the register, without "Ministerie van", or None.
    """
    best = None
    key = ""
    for count, line in enumerate(lines[:_MAX_NAME_LINES], start=1):
        key += fold(line)
        name, labelled = _without_label(key)
        found = _names().get(name) or (_aliases().get(name) if labelled else None)
        if found and fold(line):
            best = (found[0].name, count)
    return best


def short_names() -> Mapping[str, str]:
    """The first words by which a ministry is called in running text, by their folded form."""
    return {fold(short): short for entry in _data()["ministry"] for short in entry.get("short", ())}


def by_short_name(text: str, on: dt.date | None) -> Ministry | None:
    """The ministry that running text calls by its first words: ``Landbouw``, ``Sociale Zaken``."""
    key = fold(text)
    found = [
        name
        for entry in _data()["ministry"]
        if key in map(fold, entry.get("short", ()))
        for name in records()[TOOI_PREFIX + entry["id"]]
    ]
    return _choose(found, on) if found else None


def names_and_abbreviations() -> tuple[Mapping[str, str], frozenset[str]]:
    """All names by their folded form, and all abbreviations folded."""
    return {key: found[0].name for key, found in _names().items()}, frozenset(_aliases())


def by_website(url: str, on: dt.date | None) -> Ministry | None:
    """The ministry whose website, or address for e-mail, this is.

    Example:
        >>> by_website("www.rijksoverheid.nl/venj", dt.date(2011, 3, 1)).name
        'Veiligheid en Justitie'
    """
    site = re.sub(r"\s+", "", url).lower().rpartition("@")[2]
    host, _, path = site.partition("://")[2 if "://" in site else 0].partition("/")
    host = host.strip(".,;:<>()")
    path = path.rstrip(".,;:<>()/")
    if path.startswith("ministeries/ministerie-van-"):
        return by_name(path.removeprefix("ministeries/ministerie-van-").partition("/")[0], on)
    if later := _to_come(_aliases().get(path.partition("/")[0], ()), on):
        return later
    labels = host.rsplit(".", 4)[-4:]
    for skipped in range(len(labels) - 1):
        domain = ".".join(labels[skipped:])
        for key in (f"{domain}/{'/'.join(path.split('/')[:2])}", f"{domain}/{path.partition('/')[0]}", domain):
            if found := _family(_index("sites").get(key, ()), on):
                return found[0]
    return None


def by_postbox(number: int | str, on: dt.date | None, *, postcode: str | None = None) -> tuple[Ministry, ...]:
    """The ministries that used this PO box on that day.

    Args:
        number: Of the box, as a number or as printed.
        on: The date of the letter.
        postcode: Where it is known; a box elsewhere with the same number is none of theirs.
    """
    digits = re.sub(r"\D", "", str(number))
    known_postcode, held = _postboxes().get(digits, ("", ()))
    if postcode is not None and not fold(postcode).startswith(known_postcode):
        return ()
    return _family(held, on)


def by_street(street: str, on: dt.date | None) -> tuple[Ministry, ...]:
    """The ministries that could be visited at this street and house number; what follows it is left aside."""
    return _family(_index("streets").get(_street_key(street), ()), on)


def by_phone(number: str, on: dt.date | None) -> tuple[Ministry, ...]:
    """The ministries with this general telephone number."""
    return _family(_index("phones").get(_phone_key(number), ()), on)


def by_kenmerk(kenmerk: str, on: dt.date | None) -> tuple[Ministry, ...]:
    """The ministries whose kenmerken have this shape.

    Where one shape is a special case of another, what both say together counts.
    """
    text = kenmerk_key(kenmerk)
    families = [_family(held, on) for shape, held in _kenmerken() if shape.fullmatch(text)]
    families = [family for family in families if family]
    if not families:
        return ()
    common = [ministry for ministry in families[0] if all(ministry in family for family in families)]
    return tuple(common) or families[-1]


def kenmerk_key(kenmerk: str) -> str:
    """A kenmerk as the shapes read it: without white space, its dashes hyphens, no full stop at the end."""
    text = re.sub(r"\s+", "", kenmerk).rstrip(".,;")
    return text.translate(dict.fromkeys(map(ord, DASHES), "-"))


def by_chapter(chapter: str, on: dt.date | None) -> Ministry | None:
    """The ministry that answers for a chapter of the budget: ``XIV`` of dossier ``36600-XIV``."""
    found = _family(_index("chapters").get(chapter.strip().upper(), ()), on)
    return found[0] if found else None


def by_service(text: str, on: dt.date | None) -> Ministry | None:
    """The ministry of an executive service: ``Belastingdienst``, ``Dienst Justitiële Inrichtingen``, ``NVWA``."""
    found = _family(_services().get(fold(text), ()), on)
    return found[0] if found else None


def holder(held: Sequence[Tenure], on: dt.date | None) -> Ministry | None:
    """The ministry to which something belonged on that day, or the one nearest to it in time."""
    if on is None:
        return ministry_on(held[-1].tooi_id, None) if held else None
    nearest = min(held, key=lambda tenure: tenure.distance(on), default=None)
    return nearest and ministry_on(nearest.tooi_id, on)


def _family(held: Iterable[Tenure], on: dt.date | None) -> tuple[Ministry, ...]:
    """Those to whom it belonged on that day; without a day those of today, or else all that ever were."""
    if on is not None:
        return tuple(ministry_on(tenure.tooi_id, on) for tenure in held if tenure.includes(on))
    held = tuple(held)
    current = [tenure for tenure in held if tenure.includes(dt.date.max)]
    return tuple(ministry_on(tenure.tooi_id, None) for tenure in current or held)


def _choose(names: Sequence[Ministry], on: dt.date | None) -> Ministry:
    """Of the ministries that bore one name, the one meant on that day."""
    if on is None:
        return max(names, key=lambda name: (name.until is None, name.until or dt.date.max))
    early = [name for name in names if name.since is not None and name.since - EARLY <= on < name.since]
    valid = [name for name in names if name.is_valid(on)]
    if valid or early:
        return (valid or early)[0]
    nearest = min(names, key=lambda name: Tenure(name.tooi_id, name.since, name.until).distance(on))
    alive = Tenure(nearest.tooi_id, None, None).includes(on)
    return ministry_on(nearest.tooi_id, on) if alive else nearest


def is_to_come(ministry: Ministry, on: dt.date) -> bool:
    """Whether a letter of that day cannot print this name of a ministry yet."""
    return ministry.since is not None and on < ministry.since - EARLY


def _to_come(names: Sequence[Ministry], on: dt.date | None) -> Ministry | None:
    """The ministry that is printed, if it is still to come: stock has no such names, so the date is misprinted."""
    return names[0] if names and on and all(is_to_come(name, on) for name in names) else None


def _by_alias(key: str, on: dt.date | None) -> Ministry | None:
    found = _aliases().get(key) or _aliases().get(key.removeprefix("min"))
    return _choose(found, on) if found else None


def _without_label(key: str) -> tuple[str, bool]:
    bare = key.removeprefix("het")
    name = bare.removeprefix("ministerie")
    return (name.removeprefix("van"), True) if name != bare else (key, False)


def _street_key(street: str) -> str:
    match = re.search(r"(?<![^\d,;/])([^\d,;/]++)(\d{1,4})", street)
    return f"{fold(match[1])}{match[2]}" if match else ""


def _phone_key(number: str) -> str:
    return re.sub(r"^(?:0031|31|0)", "", re.sub(r"\(0\)|\D", "", number))


@cache
def _data() -> dict[str, Any]:
    return table("ministries")


@cache
def _names() -> Mapping[str, tuple[Ministry, ...]]:
    named: dict[str, tuple[Ministry, ...]] = {}
    for name in (name for names in records().values() for name in names):
        named[fold(name.name)] = (*named.get(fold(name.name), ()), name)
    return named


@cache
def _aliases() -> Mapping[str, tuple[Ministry, ...]]:
    named: dict[str, tuple[Ministry, ...]] = {}
    for entry in _data()["ministry"]:
        names = records()[TOOI_PREFIX + entry["id"]]
        for name, ministry in zip(entry["names"], names, strict=True):
            for alias in (name["abbreviation"], *name.get("aliases", ()), *entry.get("aliases", ())):
                named[fold(alias)] = (*named.get(fold(alias), ()), ministry)
    return named


@cache
def _index(kind: Literal["sites", "streets", "phones", "chapters"]) -> Mapping[str, tuple[Tenure, ...]]:
    """What the entries list under this key, each with whose it was."""
    key = {"streets": _street_key, "phones": _phone_key}.get(kind, str)
    entries = (entry for group in _data().values() for entry in group)
    return {key(item): tenures(entry["ministries"]) for entry in entries for item in entry.get(kind, ())}


@cache
def _postboxes() -> Mapping[str, tuple[str, tuple[Tenure, ...]]]:
    """The numbers, each with its postcode and whose it was."""
    boxes = {box: entry for group in _data().values() for entry in group for box in entry.get("boxes", ())}
    return {
        box.partition(", ")[0]: (fold(box.partition(", ")[2]), tenures(entry["ministries"]))
        for box, entry in boxes.items()
    }


@cache
def _kenmerken() -> tuple[tuple[re.Pattern[str], tuple[Tenure, ...]], ...]:
    return tuple(
        (re.compile(entry["shape"], re.IGNORECASE), tenures(entry["ministries"])) for entry in _data()["kenmerk"]
    )


@cache
def _services() -> Mapping[str, tuple[Tenure, ...]]:
    return {
        fold(name): tenures(entry["ministries"])
        for entry in _data()["service"]
        for name in (entry["name"], entry.get("abbreviation", entry["name"]))
    }
