"""What each sign of a note is worth to the alignment; all in one place, since they were fitted together."""

from __future__ import annotations

from typing import NamedTuple


class Weights(NamedTuple):
    """What each sign says for a note, or for a line being part of one; fitted by ``python -m tests.fit_notes``."""

    # the label
    called: float = 2.22
    called_before: float = 1.65
    closes: float = 1.0
    uncalled: float = -2.5
    next_label: float = -0.97
    skipped: float = -4.0
    sure: float = 3.47
    small: float = 3.0
    bracketed: float = -1.04
    lost: float = -1.35
    misread: float = -1.0
    unmarked: float = -2.0
    # where its text begins
    beside: float = 1.5
    below: float = 2.13
    indented: float = 3.5  # swept from 0.5: from 3.5 on the notes of a table in text with columns are told apart
    apart: float = 1.0
    lines: float = -0.45
    ended: float = -0.33
    above: float = -3.47
    above_at_end: float = -0.5
    after_finished: float = 0.1
    after_body: float = -0.96
    after_open: float = -1.48
    cannot_go_on: float = 2.0  # of pdftotext texts, mean: notes .9402 -> .9424; 3.0 gives the same
    after_wide: float = -1.5  # .9391 -> .9402; -3.0 gives the same
    gap: float = 0.83
    lower: float = -2.0
    cites: float = 2.5
    cites_open: float = -0.62
    low: float = 2.03
    wide: float = 1.5
    # a further line of it
    goes_on: float = -0.08
    gap_inside: float = -2.8
    gap_open: float = -0.33
    open_above: float = -0.31
    finished_above: float = -0.6
    lower_inside: float = 0.13
    cites_inside: float = -3.0
    name_inside: float = -2.19
    title_inside: float = -4.0
    mark_inside: float = -2.0
    wide_inside: float = 0.2
    # the end of it
    leave: float = -2.18
    leave_open: float = -1.76
    leave_lower: float = -1.0
    leave_small: float = -6.72
    leave_gap: float = 0.3
    carried: float = 0.91


WEIGHTS = Weights()
