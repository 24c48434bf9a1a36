"""What a margin may go on with."""

from __future__ import annotations

import pytest

from kamerbrief.head.margin_pieces import Margin, in_margin, is_of_notice, tails
from kamerbrief.vocabulary import phrase_table

NOTICES = phrase_table()["whole_notices"]
WAITS = Margin("label", "reference")


@pytest.mark.parametrize("notice", NOTICES)
def test_every_notice_goes_on_line_by_line(notice: str) -> None:
    margin = Margin("value")
    words = notice.split()
    for at in range(0, len(words), 3):
        found = in_margin(" ".join(words[at : at + 3]), margin, free=False, behind=0)
        assert found is not None
        assert found.after.group == "notice"
        margin = found.after
    assert is_of_notice(" ".join(words[2:6]))


def test_a_notice_goes_on_elsewhere_or_not_at_all() -> None:
    begun = in_margin("Bij beantwoording de datum", Margin(), free=True, behind=0)
    assert begun is not None
    jumped = in_margin("brief behandelen.", begun.after, free=False, behind=50)
    assert jumped is not None
    assert jumped.after.group == "notice"
    assert in_margin("van de sloten", begun.after, free=False, behind=50) is None


@pytest.mark.parametrize(
    ("text", "before", "group"),
    [
        ("Directie Sloten", Margin(), "units"),
        ("Rijnstraat 8", Margin(), "street"),
        ("2515 XP Den Haag", Margin("street"), "place"),
        ("Den Haag", Margin("street"), "place"),
        ("MPC 58 B", Margin("street"), "street"),
        ("Postbus 20901", Margin("place"), "street"),
        ("T 070 123 45 67", Margin("place"), "contact"),
        ("sloten-en-dijken", Margin("contact"), "contact"),
        ("Ons kenmerk", Margin("contact"), "label"),
        ("Ons kenmerk: 4711-22", Margin("contact"), "value"),
        ("IENW/BSK-2031/4711", WAITS, "value"),
        ("2", Margin("label", "count"), "value"),
        ("1. Kaart", Margin("label", "count"), "list"),
        ("ir. K. Noordhuis", Margin("label", "contact"), "contact"),
        ("Afschrift aan", Margin("value"), "copy"),
        ("de Voorzitter van de Eerste", Margin("copy"), "copy"),
        ("Ministerie van Dijken", Margin(), "units"),
        ("Wij verzoeken u bij vragen", Margin("value"), "words"),
        ("het kenmerk te noemen", Margin("words"), "words"),
    ],
)
def test_a_piece_of_the_margin(text: str, before: Margin, group: str) -> None:
    found = in_margin(text, before, free=True, behind=0)
    assert found is not None
    assert found.after.group == group
    assert found.worth >= 0


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("de sloten en vaarten", Margin()),
        ("Dijkweg 7", Margin()),
        ("4711", WAITS._replace(age=3)),
        ("een bijzonder lange regel van een brief die niet in de marge past", Margin()),
    ],
)
def test_words_of_a_text_are_of_no_margin(text: str, before: Margin) -> None:
    assert in_margin(text, before, free=False, behind=30) is None


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("Postbus 20018", Margin("place")),
        ("Binnenhof 4", Margin("units")),
        ("2500 EA Den Haag", Margin("value")),
        ("Den Haag", Margin("value")),
        ("Sloten", Margin("place")),
        ("een bijzonder lange regel, te lang voor een marge", Margin()),
    ],
)
def test_what_hardly_is_of_a_margin(text: str, before: Margin) -> None:
    found = in_margin(text, before, free=True, behind=0)
    assert found is None or found.worth < 0


def test_a_label_does_not_wait_for_ever() -> None:
    margin = WAITS
    for _ in range(6):
        margin = margin.later()
    assert margin.takes is None
    assert Margin(age=9).later().group == "units"


def test_titles_go_on_beside_a_subject_only_right_below() -> None:
    titles = Margin("list")
    numbered, other = (in_margin(text, titles, free=False, behind=0) for text in ("2. Kaart", "van de sloten"))
    assert numbered is not None
    assert other is not None
    assert numbered.worth > other.worth
    assert not numbered.sure
    assert in_margin("2. Kaart", titles._replace(age=2), free=False, behind=0) is None
    ended = in_margin("te noemen.", Margin("words"), free=False, behind=0)
    assert ended is not None
    assert ended.after.group == "value"


def test_tails() -> None:
    text = "Betreft Sloten en vaarten Ons kenmerk"
    assert [text[at:] for at in tails(text)] == ["Sloten en vaarten Ons kenmerk", "Ons kenmerk"]
    assert [len("van de sloten 4711") - at for at in tails("van de sloten 4711")] == [4]
    assert tails("de jaren 2031-2035") == ()
    assert tails("zie de site www.dijken.nl") == (12,)
