"""Hyphens that an extractor lost at the ends of lines, which it glued."""

import textwrap

import pytest
from tests.lines import line_of, lines_of, texts

from kamerbrief.lines.features import FeatureLine
from kamerbrief.lines.glued import LostHyphens
from kamerbrief.vocabulary import words

WORDS = (
    "De KRW en de mbo-school: wilgen, tijdens onderzoek naar energie, intensieve sloten en de regels van de Unie zelf"
)
BODY = "\n".join(
    [*textwrap.wrap(WORDS, 50), *["Het waterschap verlengt de vergunning voor het maaien van de oevers"] * 6]
)


def restored(text: str, body: str = BODY, *, small: bool = False) -> str:
    """The line of a letter with this body as it was before it was glued."""
    (line,) = LostHyphens([*lines_of(body), line_of(text)]).restored([line_of(text)], small=small)
    return line.text


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("mboscholieren", "mboscholieren"),  # nobody writes that word
        ("mboonderzoek", "mbo-onderzoek"),
        ("mboschool", "mbo-school"),
        ("KRWdoelen", "KRW-doelen"),
        ("energieintensieve", "energie-intensieve"),
        ("SDE+regeling", "SDE+-regeling"),
        ("DekkerVisser", "Dekker-Visser"),
        ("20302031", "2030-2031"),
        ("20302099", "20302099"),  # no session lasts so long
        ("slotenonderzoek", "slotenonderzoek"),  # a compound like others
        ("wilgen", "wilgen"),
        ("INTERPOL", "INTERPOL"),
        ("KRWNL", "KRWNL"),
        *((name, name) for name in sorted(words("capitals_inside"))),
        ("Unie", "Unie"),
    ],
)
def test_words(glued: str, parted: str) -> None:
    above = "Het waterschap verlengt de vergunning voor het maaien van de "
    below = " en verlengt ook de vergunning voor het maaien van de oevers"
    assert restored(above + glued + below) == above + parted + below


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("https://www.waterschap.nl/onderwerpen/verslag-van-het-maaien-van-wilgentijdens-de-winter", "wilgen-tijdens"),
        ("https://open.overheid.nl/documenten/ronl0a1b2c3d4e5f60718293a4b5c6d7e8f901234567/pdf", "ronl-0a1b"),
        ("https://www.sloten.nl/0a1b2c3d-4e5f-4071-829392a4b5c6d7e8/verslag-van-het-maaien-van-alles", "8293-92a4"),
        (
            "https://www.sloten.nl//media/sloten/verslagenvanhetwaterschapoverhetmaaienvandeoevers.pdf",
            "sloten.nl/-/media",
        ),
        ("https://www.wilgentijdensdestormonderzoeknaarsloten.nl/het-maaien-van-de-oevers-in-de-winter", ""),
    ],
)
def test_addresses(glued: str, parted: str) -> None:
    found = restored(glued, small=True)
    assert found.replace("-", "") == glued.replace("-", "")
    assert parted in found
    assert len(found) == len(glued) + bool(parted)


def test_each_of_the_lines_that_were_glued_lost_one() -> None:
    line = "Het waterschap verlengt de vergunning voor het maaien van de mboschool"
    assert restored(f"{line} {line.lower()}").count("mbo-school") == 2


def test_a_hyphen_stands_at_the_end_of_a_line() -> None:
    """A word that had room on its line was printed as it is; so was one far beyond any line."""
    short = "Een mboschool verlengt."
    early = f"Een mboschool {WORDS[:80]}"
    late = f"{'Het waterschap verlengt de vergunning voor het maaien van de oevers, ' * 2}mboschool"
    assert [restored(text) for text in (short, early, late)] == [short, early, late]


def test_small_print_holds_more() -> None:
    line = "Het waterschap verlengt de vergunning voor het maaien van de oevers en van de mboschool"
    assert restored(line) == line
    assert restored(line, small=True).endswith("mbo-school")


def test_a_source_that_keeps_its_hyphens_lost_none() -> None:
    line = "Het waterschap verlengt de vergunning voor het maaien van de mboschool"
    assert restored(line, f"{BODY}\nen de KRW-\ndoelen") == line
    assert restored(line, "De mbo-school.") == line  # of so few lines none shows a measure


def test_lines_of_which_more_is_known_stay() -> None:
    (line,) = lines_of("Het waterschap verlengt de vergunning voor het maaien van de mboschool")
    lost = LostHyphens(lines_of(BODY))
    others: list[FeatureLine] = [line._replace(size=1.0), line._replace(cells=((0, 5), (5, 20)))]
    assert lost.restored(others) == others
    assert LostHyphens(others).restored([line]) == [line]


def test_offsets_pass_over_what_the_source_lacks() -> None:
    line = line_of("Het waterschap verlengt de vergunning voor het maaien van de mboschool en meer")
    (found,) = LostHyphens([*lines_of(BODY), line]).restored([line])
    assert texts([found]) == [line.text.replace("mbos", "mbo-s")]
    at = found.text.index("school")
    assert found.source_offset(at) == line.text.index("school")
    assert (found.start, found.end) == (line.start, line.end)
