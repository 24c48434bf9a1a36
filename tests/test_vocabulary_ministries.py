"""The ministries: the data hold together, and each clue names those that it should and no other."""

import datetime as dt
import re
import time
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamerbrief.vocabulary import ministries, table
from kamerbrief.vocabulary.folding import fold
from kamerbrief.vocabulary.ministries import TOOI_PREFIX, Ministry

DATA = table("ministries")
ALL = [ministry for names in ministries.records().values() for ministry in names]
DAY = dt.timedelta(days=1)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def abbreviation(ministry: Ministry | None) -> str | None:
    return ministry.abbreviation if ministry else None


def abbreviations(found: tuple[Ministry, ...]) -> set[str]:
    return {ministry.abbreviation for ministry in found}


def label(ministry: Ministry) -> str:
    return f"{ministry.tooi_id[-4:]}-{ministry.abbreviation}-{ministry.since}"


# The data


def test_ids_are_those_of_the_register() -> None:
    assert len(ministries.records()) == len(DATA["ministry"]) == 19
    assert all(re.fullmatch(re.escape(TOOI_PREFIX) + r"mnre\d{4}", tooi_id) for tooi_id in ministries.records())


@pytest.mark.parametrize("tooi_id", ministries.records())
def test_the_names_of_an_id_follow_each_other(tooi_id: str) -> None:
    for earlier, later in pairwise(ministries.records()[tooi_id]):
        assert earlier.until is not None
        assert later.since == earlier.until + DAY


@pytest.mark.parametrize("ministry", ALL, ids=label)
def test_a_name_begins_before_it_ends(ministry: Ministry) -> None:
    assert ministry.since is None or ministry.until is None or ministry.since <= ministry.until


def test_one_name_is_borne_by_one_ministry_at_a_time() -> None:
    for one, other in combinations(ALL, 2):
        if fold(one.name) == fold(other.name) or one.abbreviation == other.abbreviation:
            ends = (one.until or dt.date.max) < (other.since or dt.date.min)
            begins = (other.until or dt.date.max) < (one.since or dt.date.min)
            assert ends or begins


def test_names_have_their_diacritics() -> None:
    assert "Financiën" in {ministry.name for ministry in ALL}


def tenure_lists() -> list[list[str]]:
    return [entry["ministries"] for group in DATA.values() for entry in group if "ministries" in entry]


@pytest.mark.parametrize("items", tenure_lists(), ids=" ".join)
def test_tenures_are_well_formed(items: list[str]) -> None:
    held = ministries.tenures(items)
    assert held
    for tenure in held:
        assert tenure.since is None or tenure.until is None or tenure.since <= tenure.until


@pytest.mark.parametrize("item", ["mnre9999", "mnre1045 from 2010-10-14", "mnre1045 until 2010-10-14 since 2010-10-14"])
def test_a_misspelt_tenure_is_refused(item: str) -> None:
    with pytest.raises(ValueError, match="no ministry with its dates"):
        ministries.tenures([item])


@pytest.mark.parametrize("kind", ["sites", "boxes", "streets", "phones", "chapters"])
def test_what_names_a_family_is_listed_once(kind: str) -> None:
    listed = [item for group in DATA.values() for entry in group for item in entry.get(kind, ())]
    assert listed
    assert len(listed) == len(set(listed))


def test_po_boxes_differ_by_number() -> None:
    boxes = [box for group in DATA.values() for entry in group for box in entry.get("boxes", ())]
    assert all(re.fullmatch(r"\d{1,5}, \d{4} [A-Z]{2}", box) for box in boxes)
    assert len({box.partition(",")[0] for box in boxes}) == len(boxes)


# Names


@pytest.mark.parametrize("ministry", ALL, ids=label)
def test_every_name_is_found_during_its_time(ministry: Ministry) -> None:
    for on in (ministry.since, ministry.until):
        if on is not None:
            assert ministries.by_name(f"Ministerie van {ministry.name}", on) == ministry
            assert ministries.by_name(ministry.name.upper(), on) == ministry
            assert ministries.by_abbreviation(ministry.abbreviation, on) == ministry
            assert ministries.ministry_on(ministry.tooi_id, on) == ministry


@pytest.mark.parametrize("ministry", [ministry for ministry in ALL if ministry.since], ids=label)
def test_a_name_is_accepted_before_its_day_where_it_is_printed(ministry: Ministry) -> None:
    assert ministry.since is not None
    found = ministries.by_name(ministry.name, ministry.since - 60 * DAY)
    assert found is not None
    assert found.name == ministry.name


@pytest.mark.parametrize(
    ("printed", "on", "tooi_id", "expected"),
    [
        ("Economische Zaken", "2009-06-01", "mnre1040", "EZ"),
        ("Economische Zaken", "2012-11-20", "mnre1045", "EZ"),
        ("Economische Zaken", "2015-06-01", "mnre1045", "EZ"),
        ("Economische Zaken", "2025-06-01", "mnre1045", "EZ"),
        ("Economische Zaken en Klimaat", "2026-04-01", "mnre1045", "EZK"),
        ("Landbouw, Natuur en Voedselkwaliteit", "2008-06-01", "mnre1150", "LNV"),
        ("Landbouw, Natuur en Voedselkwaliteit", "2019-06-01", "mnre1153", "LNV"),
        ("Veiligheid en Justitie", "2010-10-20", "mnre1058", "VenJ"),
        ("Justitie en Veiligheid", "2017-11-20", "mnre1058", "JenV"),
        ("Justitie", "2010-11-20", "mnre1058", "MinJus"),
        # Stock of the old letterhead: the ministry counts, under its name of the day.
        ("Landbouw, Natuur en Voedselkwaliteit", "2025-01-30", "mnre1153", "LVVN"),
        ("Justitie", "2020-01-01", "mnre1058", "JenV"),
        ("Onderwijs, Cultuur en Wetenschappen", "2003-09-01", "mnre1109", "OCW"),
        # No longer there: nothing but the old name is left to give.
        ("Verkeer en Waterstaat", "2011-01-01", "mnre0170", "VW"),
        ("Inf rastructuur en\nWaterstaat", "2023-01-01", "mnre1130", "IenW"),
        ("ministerie van Justitie & Veiligheid", "2023-01-01", "mnre1058", "JenV"),
        ("MINISTERIE VAN FINANCIEN", "2023-01-01", "mnre1090", "Fin"),
        ("Financie\u0308n", "2023-01-01", "mnre1090", "Fin"),
        ("Het ministerie van Defensie", "2023-01-01", "mnre1018", "Def"),
        ("Ministerie van OCW", "2001-01-01", "mnre1109", "OCenW"),
    ],
)
def test_by_name(printed: str, on: str, tooi_id: str, expected: str) -> None:
    found = ministries.by_name(printed, day(on))
    assert found is not None
    assert (found.tooi_id, found.abbreviation) == (TOOI_PREFIX + tooi_id, expected)


@pytest.mark.parametrize("text", ["", "Ministerie van", "Onderwijs", "OCW", "Ministerie van Zaken", "Turfmarkt 147"])
def test_what_is_no_name(text: str) -> None:
    assert ministries.by_name(text, None) is None


def test_without_a_date_the_last_counts() -> None:
    found = ministries.by_name("Economische Zaken", None)
    assert found is not None
    assert found.since == day("2024-07-02")
    assert abbreviation(ministries.by_name("Volkshuisvesting en Ruimtelijke Ordening", None)) == "VRO"
    assert ministries.ministry_on(TOOI_PREFIX + "mnre1045", None).abbreviation == "EZK"


def test_ministry_on_outside_its_days() -> None:
    assert ministries.ministry_on(TOOI_PREFIX + "mnre1162", day("2020-01-01")).abbreviation == "AenM"
    assert ministries.ministry_on(TOOI_PREFIX + "mnre0170", day("2020-01-01")).abbreviation == "VW"
    with pytest.raises(KeyError):
        ministries.ministry_on(TOOI_PREFIX + "mnre9999", None)


@pytest.mark.parametrize(
    ("printed", "on", "expected"),
    [
        ("VenW", "2008-01-01", "VW"),
        ("V&W", "2008-01-01", "VW"),
        ("EL&I", "2011-01-01", "ELenI"),
        ("ELI", "2011-01-01", "ELenI"),
        ("OCenW", "2001-01-01", "OCenW"),
        ("OC&W", "2001-01-01", "OCenW"),
        ("BuZa", "2020-01-01", "BZ"),
        ("MinBuZa", "2020-01-01", "BZ"),
        ("MinVWS", "2020-01-01", "VWS"),
        ("J&V", "2020-01-01", "JenV"),
        ("V&J", "2012-01-01", "VenJ"),
        ("I&M", "2012-01-01", "IenM"),
        ("I&W", "2022-01-01", "IenW"),
        ("A&M", "2025-01-01", "AenM"),
        ("BiZa", "1997-01-01", "BiZa"),
        ("Jus", "2005-01-01", "MinJus"),
        ("EZ", "2005-01-01", "EZ"),
        ("EZK", "2017-11-10", "EZK"),
    ],
)
def test_by_abbreviation(printed: str, on: str, expected: str) -> None:
    assert abbreviation(ministries.by_abbreviation(printed, day(on))) == expected


@pytest.mark.parametrize("text", ["", "ez", "XYZ", "Defensie"])
def test_what_is_no_abbreviation(text: str) -> None:
    assert ministries.by_abbreviation(text, None) is None


def test_short_names() -> None:
    assert abbreviation(ministries.by_short_name("Landbouw", day("2005-01-01"))) == "LNV"
    assert abbreviation(ministries.by_short_name("landbouw", day("2025-01-01"))) == "LVVN"
    assert abbreviation(ministries.by_short_name("Sociale Zaken", None)) == "SZW"
    assert ministries.by_short_name("Zaken", None) is None
    names, _ = ministries.names_and_abbreviations()
    assert not set(ministries.short_names()) & set(names)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["Ministerie van", "Binnenlandse Zaken en", "Koninkrijksrelaties", "Turfmarkt 147"],
            ("Binnenlandse Zaken en Koninkrijksrelaties", 3),
        ),
        (["Ministerie van Economische Zaken", "en Klimaat", "x"], ("Economische Zaken en Klimaat", 2)),
        (["Ministerie van Economische Zaken", "Directie Klimaat"], ("Economische Zaken", 1)),
        (
            ["Ministerie van", "Volkshuisvesting, Ruimtelijke", "Ordening en", "Milieubeheer"],
            ("Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer", 4),
        ),
        (["M inisterie van Inf rastructuur en", "W aterstaat"], ("Infrastructuur en Waterstaat", 2)),
        (["Financiën"], ("Financiën", 1)),
        (["Defensie", "", ""], ("Defensie", 1)),
        (["Directie X", "Ministerie van Defensie"], None),
        (["Ministerie van"], None),
        ([], None),
    ],
)
def test_longest_name(lines: list[str], expected: tuple[str, int] | None) -> None:
    assert ministries.longest_name(lines) == expected


# Other clues


@pytest.mark.parametrize(
    ("printed", "on", "expected"),
    [
        ("www.rijksoverheid.nl/jenv", "2022-04-29", "JenV"),
        ("www.rijksoverheid.nl/venj", "2011-03-01", "VenJ"),
        ("www.rijksoverheid.nl/ez", "2010-05-01", "EZ"),
        ("www.rijksoverheid.nl/ez", "2015-05-01", "EZ"),
        ("www.rijksoverheid.nl/ezk", "2023-05-30", "EZK"),
        ("www.rijksoverheid.nl/lnv", "2019-11-01", "LNV"),
        ("www.rijksoverheid.nl/lnv", "2025-01-30", "LVVN"),
        ("https://www.rijksoverheid.nl/lvvn.", "2025-01-30", "LVVN"),
        ("www.rijks overheid.nl/jenv", "2023-02-08", "JenV"),
        ("https://www.rijksoverheid.nl/ministeries/ministerie-van-financien", "2023-02-08", "Fin"),
        ("www.rijksoverheid.nl/vro", "2025-02-08", "VRO"),
        ("www.rijksoverheid.nl/vro", "2026-03-08", "BZK"),
        ("www.defensie.nl", "2015-03-05", "Def"),
        ("www.facebook.com/minbzk", "2015-03-05", "BZK"),
        ("www.linkedin.com/company/ministerie-van-bzk", "2021-03-05", "BZK"),
        ("j.jansen@minbuza.nl", "2015-03-05", "BZ"),
        ("postbus51@dji.minjus.nl", "2015-03-05", "VenJ"),
        ("www.minez.nl", "2009-03-05", "EZ"),
        ("www.minaz.nl", "2009-03-05", "AZ"),
        ("info@minvws.nl", "2009-03-05", "VWS"),
        ("www.rvo.nl", "2020-11-13", "EZK"),
        ("www.nvwa.nl", "2015-05-27", "EZ"),
        ("www.nvwa.nl", "2021-05-27", "LNV"),
        ("www.belastingdienst.nl", "2020-12-03", "Fin"),
    ],
)
def test_by_website(printed: str, on: str, expected: str) -> None:
    assert abbreviation(ministries.by_website(printed, day(on))) == expected


@pytest.mark.parametrize(
    "url", ["", "nl", "www.rijksoverheid.nl", "www.rijksoverheid.nl/onderwerpen", "www.minvrom.nl", "notdefensie.nl"]
)
def test_websites_that_tell_nothing(url: str) -> None:
    assert ministries.by_website(url, day("2023-01-01")) is None


@pytest.mark.parametrize("entry", [*DATA["website"], *DATA["service"]], ids=lambda entry: str(entry["sites"][0]))
def test_every_site_names_the_ministries_of_its_entry(entry: dict[str, Any]) -> None:
    ids = {tenure.tooi_id for tenure in ministries.tenures(entry["ministries"])}
    for site in entry["sites"]:
        found = ministries.by_website(f"www.{site}", None)
        assert found is not None
        assert found.tooi_id in ids


@pytest.mark.parametrize(
    ("number", "on", "expected"),
    [
        (20401, "2008-06-01", {"LNV"}),
        (20401, "2012-06-01", {"ELenI"}),
        (20401, "2023-06-01", {"EZK", "LNV"}),
        ("20401", "2025-06-01", {"EZ", "LVVN", "KGG"}),
        ("Postbus 20401", "2026-06-01", {"EZK", "LVVN"}),
        (20301, "2022-06-01", {"JenV"}),
        (20301, "2025-06-01", {"JenV", "AenM"}),
        (20011, "2025-06-01", {"BZK", "VRO"}),
        (20101, "2008-06-01", {"EZ"}),
        (20101, "2020-06-01", set()),
        (20901, "2008-06-01", {"VW"}),
        (20901, "2023-06-01", {"IenW"}),
        (43006, "2021-05-27", {"LNV"}),
        (20018, "2021-05-27", set()),
    ],
)
def test_by_postbox(number: int | str, on: str, expected: set[str]) -> None:
    assert abbreviations(ministries.by_postbox(number, day(on))) == expected


def test_a_postcode_tells_a_po_box_from_one_elsewhere() -> None:
    on = day("2021-01-01")
    assert abbreviations(ministries.by_postbox(418, on, postcode="9700 AK Groningen")) == {"Fin"}
    assert ministries.by_postbox(418, on, postcode="1000 AA") == ()


def test_without_a_date_a_family_is_that_of_today() -> None:
    assert abbreviations(ministries.by_postbox(20401, None)) == {"EZK", "LVVN"}
    assert abbreviations(ministries.by_postbox(20101, None)) == {"EZ"}


@pytest.mark.parametrize(
    ("street", "on", "expected"),
    [
        ("Turfmarkt 147", "2022-06-01", {"JenV", "BZK"}),
        ("Turfmarkt 147, 2511 DP Den Haag", "2025-06-01", {"JenV", "BZK", "AenM", "VRO"}),
        ("Rijnstraat 8", "2008-06-01", {"VROM"}),
        ("R ijnstraat 8", "2023-06-01", {"IenW", "BZ"}),
        ("Rijnstraat 50", "2015-06-01", {"OCW", "VWS"}),
        ("Rijnstraat 50", "2023-06-01", {"OCW"}),
        ("Bezuidenhoutseweg 73", "2023-06-01", {"EZK", "LNV", "AZ"}),
        ("Bezuidenhoutseweg 67", "2012-06-01", {"BZ"}),
        ("Parnassusplein 5", "2023-06-01", {"VWS", "SZW"}),
        ("Plesmanweg 1-6", "2015-06-01", {"IenM"}),
        ("Binnenhof 4", "2015-06-01", set()),
        ("Turfmarkt", "2015-06-01", set()),
    ],
)
def test_by_street(street: str, on: str, expected: set[str]) -> None:
    assert abbreviations(ministries.by_street(street, day(on))) == expected


@pytest.mark.parametrize("number", ["070 379 8911", "070-379 89 11", "+31 (0)70 379 8911", "0031 70 3798911"])
def test_by_phone(number: str) -> None:
    assert abbreviations(ministries.by_phone(number, day("2023-06-01"))) == {"EZK", "LNV"}
    assert ministries.by_phone("070 000 0000", None) == ()


def examples() -> list[tuple[int, str]]:
    return [(index, example) for index, entry in enumerate(DATA["kenmerk"]) for example in entry["examples"]]


@pytest.mark.parametrize(("index", "example"), examples())
def test_a_kenmerk_is_read_by_its_own_shape_only(index: int, example: str) -> None:
    own = DATA["kenmerk"][index]
    key = ministries.kenmerk_key(example)
    assert re.fullmatch(own["shape"], key, re.IGNORECASE)
    for entry in DATA["kenmerk"]:
        if entry is not own and re.fullmatch(entry["shape"], key, re.IGNORECASE):
            assert entry.get("family", 0) == own.get("family", 1)


@pytest.mark.parametrize(
    ("kenmerk", "on", "expected"),
    [
        ("IENW/BSK-2023/189558", "2023-10-05", {"IenW"}),
        ("I E NW/BSK-2023/59995", "2023-10-05", {"IenW"}),
        ("IENM/BSK-2015/118352", "2015-06-29", {"IenM"}),
        ("2015-0000753734", "2015-12-17", {"BZK", "SZW"}),
        ("2008-0000753734", "2008-12-17", {"BZK"}),
        ("2023-0000063298", "2023-02-07", {"BZK", "SZW", "Fin"}),
        ("DGLGS / 96535513", "2025-02-14", {"LVVN"}),
        ("DGAN-ELVV / 15163997", "2015-11-25", {"EZ"}),
        ("DGBI – I&K/ 26844711", "2023-05-30", {"EZK"}),
        ("DGKE-E / 22123456", "2023-05-30", {"EZK"}),
        ("DGKE-E / 22123456", "2025-05-30", {"EZ", "KGG"}),
        ("FEZ / 15083678", "2023-05-30", {"EZK", "LNV"}),
        ("3501322-1042505-ZJCN", "2023-01-25", {"VWS"}),
        ("BS2022032621", "2023-01-13", {"Def"}),
        ("BZDOC-1235421577-13", "2023-05-19", {"BZ"}),
        ("3963666", "2022-04-29", {"JenV", "AZ", "OCW"}),
        ("5687928/11", "2011-03-01", {"VenJ"}),
        ("2022D09144", "2022-04-29", set()),
        ("", "2022-04-29", set()),
    ],
)
def test_by_kenmerk(kenmerk: str, on: str, expected: set[str]) -> None:
    assert abbreviations(ministries.by_kenmerk(kenmerk, day(on))) == expected


def test_shapes_of_kenmerken_take_linear_time() -> None:
    start = time.process_time()
    for text in ("A" * 20_000, "A/" * 10_000, "1-" * 10_000, "DG-A&" * 5_000):
        ministries.by_kenmerk(text, None)
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    ("chapter", "on", "expected"),
    [
        ("VI", "2022-06-01", "JenV"),
        ("XIII", "2008-06-01", "EZ"),
        ("XIII", "2022-06-01", "EZK"),
        ("XIV", "2008-06-01", "LNV"),
        ("XIV", "2025-06-01", "LVVN"),
        ("XVII", "2008-06-01", "VWS"),
        ("XVII", "2022-06-01", "BZ"),
        ("XVIII", "2008-06-01", "VROM"),
        ("XVIII", "2015-06-01", "BZK"),
        ("xxii", "2025-06-01", "VRO"),
        ("XXII", "2026-06-01", "BZK"),
        ("XX", "2025-06-01", "AenM"),
        ("XXIII", "2025-06-01", "KGG"),
        ("XI", "2022-06-01", None),
        ("Q", "2022-06-01", None),
    ],
)
def test_by_chapter(chapter: str, on: str, expected: str | None) -> None:
    assert abbreviation(ministries.by_chapter(chapter, day(on))) == expected


@pytest.mark.parametrize("entry", DATA["service"], ids=lambda entry: str(entry["name"]))
def test_every_service_has_a_ministry_today(entry: dict[str, Any]) -> None:
    found = ministries.by_service(entry["name"].upper(), None)
    assert found is not None
    assert found.until is None
    assert ministries.by_service("Directie Zaken", None) is None


@given(st.text(max_size=60), st.dates() | st.none())
def test_any_text_is_answered(text: str, on: dt.date | None) -> None:
    ministries.by_name(text, on)
    ministries.by_abbreviation(text, on)
    ministries.by_website(text, on)
    ministries.by_postbox(text, on, postcode=text)
    ministries.by_street(text, on)
    ministries.by_phone(text, on)
    ministries.by_kenmerk(text, on)
    ministries.by_chapter(text, on)
    ministries.by_service(text, on)
    ministries.longest_name(text.split("\n"))


def test_a_name_that_is_an_abbreviation() -> None:
    found = ministries.by_name("Ministerie BZK", day("2023-04-04"))
    assert found is not None
    assert found.abbreviation == "BZK"
    assert ministries.longest_name(["Ministerie BZK", "Turfmarkt 147"]) == (found.name, 1)
    assert ministries.longest_name(["BZK", "Turfmarkt 147"]) is None
