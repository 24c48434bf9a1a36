"""Numbers of the library are moved from outside, and come back."""

import pytest
from tests import weigh

from kamerbrief.body import breaks
from kamerbrief.head import known, margin, units
from kamerbrief.notes.texts import find_notes
from kamerbrief.notes.weights import WEIGHTS

KNOBS = weigh.knobs()


def knob(name: str) -> weigh.Knob:
    return next(knob for knob in KNOBS if knob.name == name)


def test_each_table_and_each_room_has_knobs() -> None:
    names = " ".join(knob.name for knob in KNOBS)
    assert all(f"kamerbrief.{room}." in names for room in weigh.ROOMS)
    assert {"breaks: plain, lower", "margin: known", "notes: called"} <= {knob.name for knob in KNOBS}


def test_a_weight_is_0_inside_and_as_before_behind() -> None:
    defaults = find_notes.__kwdefaults__ or {}
    with weigh.applied(knob("notes: called")):
        assert defaults["weights"].called == 0
    assert defaults["weights"] == WEIGHTS
    for name, module, sign in (("breaks", breaks, "plain, lower"), ("margin", margin, "known")):
        before = module.WEIGHTS[sign]
        with weigh.applied(knob(f"{name}: {sign}")):
            assert module.WEIGHTS[sign] == 0
        assert module.WEIGHTS[sign] == before


def test_a_threshold_is_moved_in_each_module_that_names_it() -> None:
    before = known.UNIT_LINES
    moved = knob("UNIT_LINES")
    assert moved.value == pytest.approx(before * 0.7, abs=1)
    with weigh.applied(moved):
        assert known.UNIT_LINES == vars(units)["UNIT_LINES"] == moved.value
    assert known.UNIT_LINES == vars(units)["UNIT_LINES"] == before


def test_what_is_right_now_is_counted() -> None:
    letters = weigh.read(fixtures_only=True)[:3]
    assert weigh.count(letters).fixtures > 0
    assert weigh.count(letters).letters == 0
