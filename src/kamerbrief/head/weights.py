"""What each sign of the margin is worth; all in one place, since they were fitted together.

Few matter alone (``python -m tests.weigh "margin: "``), since a stretch has many: without the eighteen that are worth
the least, and the others fitted anew, joins of texts fall by .001 and signatories by .004.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

WEIGHTS: Final[Mapping[str, float]] = {
    "above label": 3.17,
    "above labels": 1.94,
    "addressee": 1.94,
    "begin": -1.41,
    "begin, blank": 0.15,
    "begin, close": -0.26,
    "begin, finished": 0.32,
    "begin, gap": 0.31,
    "begin, open": 0.42,
    "begin, page": 0.61,
    "below number": -0.62,
    "below office": -0.51,
    "capital": -0.93,
    "comma": 0.32,
    "contact": 2.58,
    "count": 2.77,
    "digits": -0.18,
    "end": -1.41,
    "end, blank": -0.62,
    "end, capital": -0.47,
    "end, close": -1.08,
    "end, long, capital": -0.18,
    "end, long, lower": 0.73,
    "end, long, sign": -0.34,
    "end, lower": -0.31,
    "end, page": 0.3,
    "end, short, capital": -0.3,
    "end, short, lower": -1.04,
    "end, short, sign": -0.18,
    "end, sign": -0.52,
    "heads address": 2.81,
    "inside, blank": -2.08,
    "inside, close": -1.64,
    "inside, gap": -1.43,
    "inside, page": -2.26,
    "known": 5.71,
    "known label": 2.57,
    "known value": 0.98,
    "known, short": 1.53,
    "label": 2.19,
    "label, alone": -0.6,
    "label, labels": 1.04,
    "label, last": 0.68,
    "label, valued": 1.74,
    "labelled": 3.37,
    "labelled, other": -0.52,
    "lower": -1.3,
    "ministry": 3.29,
    "missing date": 4.0,  # held: without it one scan loses its date
    "notice": 0.92,
    "notice goes on": 2.94,
    "post box": 2.87,
    "postcode": 2.15,
    "return": 3.5,
    "sentence": -2.97,
    "sign": -2.46,
    "signed": -6.0,
    "street": 0.97,
    "street, alone": -1.44,
    "subject": 1.73,
    "title": -6.0,
    "titles": 1.0,
    "unit": 0.57,
    "unit, heads label": 2.0,
    "value": 3.67,
    "wanted": 4.0,
    "words": 2.69,
    "wrapped": 2.6,
}
