"""Words become printed lines: by baseline, the margin apart from the body, a raised mark on the line it belongs to.

Geometry of the house style, in parts of the page's width: the body begins at 0.13 to 0.16 and ends near 0.76, the
margin begins at 0.75 to 0.80 and is set in 6.5 pt beside 9 pt.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING, Final

import regex

from kamerbrief.document.signs import LONE_BULLET
from kamerbrief.readers.pdf.beside import SMALLER, with_margin
from kamerbrief.readers.pdf.columns import read_down
from kamerbrief.readers.pdf.pieces import Piece
from kamerbrief.readers.pdf.stretches import AGAIN, WIDE_GAP, words_of
from kamerbrief.readers.pdf.tables import read_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kamerbrief.readers.pdf.document import PdfPage
    from kamerbrief.readers.pdf.paint import Rules
    from kamerbrief.readers.pdf.stretches import Stretch
    from kamerbrief.readers.pdf.tables import Row

_NUMBERING = regex.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.\Z|\d{1,2}(?:\.\d{1,2}){1,3}\Z|(?:[IVX]{1,5}|[A-Z])[.)]\Z")
"""What opens a numbered heading."""
_SAME_BASELINE: Final = 0.2
_RAISED_SIZE: Final = 0.85
_RAISED_FROM, _RAISED_TO = 0.12, 0.75
"""How far above the baseline a call stands, in parts of the size of the text beside it."""
_LOWERED_TO: Final = 0.45
_TOUCHES: Final = 0.6
_NUMBER_TOUCHES: Final = 2.0
"""Maximum gap between a footnote number and its text, in ems."""
_CHAIN: Final = 3.0
"""So far from the text the last of several calls at one place may stand."""
_OVERLAP: Final = 0.5
_MOST_IN_ROW: Final = 300
"""No line of print has more words; each would be held against each other."""
_UNEVEN: Final = 1.8
"""It does so where it is so much wider than the other gaps of its line: a justified line has wide ones all over."""
_WIDEST_BLANK: Final = 2.0
"""A blank of a justified line is not wider than this."""
_GAPS_FROM: Final = 3
_MARK_WORDS: Final = 3
"""A number may be drawn in so many pieces."""
_BULLET_GAP: Final = 5.0
_LEADING: Final = (0.9, 2.2)
_USUAL_LEADING: Final = 1.3
_UNDERLINE: Final = 0.3
"""An underline stands at most so far below the baseline, in parts of the size."""
_MOST_RULES: Final = 500
"""No line of print has more rules below it."""
_COVERED: Final = 0.9
_LONGEST_HEADING: Final = 150

_left, _baseline, _top = attrgetter("left"), attrgetter("baseline"), attrgetter("top")


def read_pieces(page: PdfPage, body_size: float) -> list[Piece]:
    """The pieces of a page in reading order: the body from top to bottom, then the margin."""
    rows, others = read_tables(page, [word for word in page.words if not word.hidden])
    tables = [_row_piece(row) for row in rows]
    pieces = [piece for row in _rows(others) for piece in _pieces(row, body_size)]
    for piece in pieces:
        piece.tag = piece.level[-1].tag and piece.level[-1].tag.of_text()
    _check_headings(pieces)
    _underline(pieces, page.rules)
    pieces = with_margin(pieces, page.place.size[0], body_size)
    body = read_down(_merged([piece for piece in pieces if not piece.margin], tables))
    margin = [piece for piece in pieces if piece.margin]
    _count_rows(body)
    _count_rows(margin, after=max((piece.row for piece in body), default=-1) + 1)
    return body + margin


def _check_headings(pieces: Sequence[Piece]) -> None:
    """Take back the tag of a heading from what is too long for one: some writers style all text as headings."""
    lengths: Counter[int] = Counter()
    for piece in pieces:
        if piece.tag is not None and piece.tag.part == "heading":
            lengths[piece.tag.block] += sum(word.length for word in piece.words)
    for piece in pieces:
        if piece.tag is not None and lengths[piece.tag.block] > _LONGEST_HEADING:
            piece.tag = piece.tag._replace(part="paragraph", level=0)


def _underline(pieces: Sequence[Piece], rules: Rules) -> None:
    """Mark the pieces below all of whose words a rule stands; it may end at the raised call of a note."""
    if not rules.across:
        return
    across = sorted(rules.across, key=_top)
    tops = [rule.top for rule in across]
    for piece in pieces:
        left, right = piece.left, piece.right
        if piece.raised:
            left, right = min(word.left for word in piece.level), max(word.right for word in piece.level)
        reach = _UNDERLINE * piece.size
        first, last = bisect_left(tops, piece.baseline - reach / 2), bisect_right(tops, piece.baseline + reach)
        below = [
            rule for rule in across[first : min(last, first + _MOST_RULES)] if rule.right > left and rule.left < right
        ]
        covered = sum(min(rule.right, right) - max(rule.left, left) for rule in below)
        piece.underlined = covered >= _COVERED * (right - left)


def hidden_pieces(words: Sequence[Stretch], seen: Sequence[Piece]) -> list[Piece]:
    """The hidden words of a page in the order in which it draws them, a piece for each run of one style and mark."""
    pieces: list[list[Stretch]] = []
    for word in words:
        if not word.hidden:
            continue
        last = pieces[-1][-1] if pieces else None
        if last is not None and word.begin == last.end and (word.style, word.mark) == (last.style, last.mark):
            pieces[-1].append(word)
        else:
            pieces.append([word])
    after = max((piece.row for piece in seen), default=-1) + 1
    return [Piece(words, row=row) for row, words in enumerate(pieces, start=after)]


def _merged(pieces: list[Piece], tables: list[Piece]) -> list[Piece]:
    """The rows of tables put between the lines of text."""
    for row in sorted(tables, key=lambda row: row.baseline):
        at = next((at for at, piece in enumerate(pieces) if piece.baseline > row.baseline), len(pieces))
        pieces.insert(at, row)
    return pieces


def _row_piece(row: Row) -> Piece:
    """A row of a table: the words of its cells as they are read."""
    cells = [[word for line in _rows(cell) for word in _from_left(line)] for cell in row]
    words = [word for cell in cells for word in cell]
    shifted = (word for cell in cells for word in cell if any(_is_raised(word, other) for other in cell))
    raised = {number for word in shifted for number in word.numbers}
    return Piece(words, raised, cells, tag=words[0].tag)


def _rows(words: Sequence[Stretch]) -> list[list[Stretch]]:
    """The words of each baseline from top to bottom; raised ones stand with what they are raised from."""
    rows: list[list[Stretch]] = []
    for word in sorted(words, key=_baseline):
        last = rows[-1][-1] if rows else None
        if last is not None and word.baseline - last.baseline <= _SAME_BASELINE * min(word.style.size, last.style.size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return _with_shifted([print_ for row in rows for print_ in (_prints(row) if len(row) > 1 else (row,))])


def _prints(row: list[Stretch]) -> list[list[Stretch]]:
    """The words of a row; where one stands on another, two prints of different sizes, each for itself."""
    sizes = [word.style.size for word in row]
    raised = _RAISED_SIZE * max(sizes)
    if min(sizes) > raised or sum(map(len, row)) > _MOST_IN_ROW:
        return [row]
    large = [word for word in row if word.style.size > raised]
    small = [word for word in row if word.style.size <= raised]
    return [large, small] if any(_overprints(word, large) for word in words_of(small)) else [row]


def _with_shifted(rows: list[list[Stretch]]) -> list[list[Stretch]]:
    """The rows, with small words that stand raised or lowered (CO2) moved into the row that they are shifted from."""
    kept: list[list[Stretch]] = []
    largest = [max([word.style.size for word in row]) for row in rows]
    small = _RAISED_SIZE * max(largest, default=0.0)
    largest_kept: list[float] = []
    for index, row in enumerate(rows):
        stay = row
        if min([word.style.size for word in row]) <= small and sum(map(len, row)) <= _MOST_IN_ROW:
            below, above = rows[index + 1 : index + 4], kept[-3:]
            smaller = _RAISED_SIZE * max(largest[index + 1 : index + 4] + largest_kept[-3:], default=0.0)
            stay = [part for word in row for part in _staying(word, smaller, below, above)]
        if stay:
            kept.append(stay)
            largest_kept.append(largest[index] if stay is row else max([word.style.size for word in stay]))
    return kept


def _staying(
    stretch: Stretch, small: float, below: Sequence[list[Stretch]], above: Sequence[list[Stretch]]
) -> Sequence[Stretch]:
    """The words of a stretch but for those that are moved into the row that they are shifted from."""
    may_move = stretch.style.size <= small and (
        any(_hosts(stretch, below, _is_raised)) or any(_hosts(stretch, above, _is_lowered))
    )
    kept = [word for word in stretch.each() if not _is_moved(word, below, above)] if may_move else ()
    return kept if may_move and len(kept) < len(stretch) else (stretch,)


def _is_moved(word: Stretch, below: Sequence[list[Stretch]], above: Sequence[list[Stretch]]) -> bool:
    """Move a small word into the row that it is shifted from, if it is."""
    host = _baseline_line(word, below, _is_raised) or _baseline_line(word, above, _is_lowered)
    if host is None:
        return False
    host.append(word)
    return True


def _baseline_line(
    word: Stretch, rows: Sequence[list[Stretch]], is_shifted: Callable[[Stretch, Stretch], bool]
) -> list[Stretch] | None:
    """The row from which a word is shifted: it touches a word there, perhaps another that is shifted too."""
    for row, size in _hosts(word, rows, is_shifted):
        if _overprints(word, row):
            continue
        before = _NUMBER_TOUCHES if word.text.isdecimal() else _TOUCHES
        if any(0 <= x.left - word.right <= before * size or _apart(word, x) <= _TOUCHES * size for x in words_of(row)):
            return row
    return None


def _hosts(
    word: Stretch, rows: Sequence[list[Stretch]], is_shifted: Callable[[Stretch, Stretch], bool]
) -> Iterator[tuple[list[Stretch], float]]:
    """The rows from which a word may be shifted, each with the size of the print near it."""
    for row in rows:
        if abs(row[0].baseline - word.baseline) > 2 * row[0].style.size or len(row) > _MOST_IN_ROW:
            continue
        for other in row:
            if is_shifted(word, other) and _apart(word, other) <= _CHAIN * other.style.size:
                if sum(map(len, row)) <= _MOST_IN_ROW:
                    yield row, other.style.size
                break


def _apart(word: Stretch, other: Stretch) -> float:
    """How far two words stand from each other, the one beside the other."""
    return max(word.left - other.right, other.left - word.right)


def _overprints(word: Stretch, row: Sequence[Stretch]) -> bool:
    """Whether a word stands on others of the row: two prints that have nothing to do with each other."""
    widest = _OVERLAP * (word.right - word.left)
    near = words_of(other for other in row if other.left < word.right and other.right > word.left)
    return any(min(word.right, other.right) - max(word.left, other.left) > widest for other in near)


def _is_raised(word: Stretch, other: Stretch) -> bool:
    """Whether a word is smaller than the other one and stands raised from its baseline."""
    size, rise = other.style.size, other.baseline - word.baseline
    return word.style.size <= _RAISED_SIZE * size and _RAISED_FROM * size <= rise <= _RAISED_TO * size


def _is_lowered(word: Stretch, other: Stretch) -> bool:
    """Whether a word is smaller than the other one and stands lowered below its baseline."""
    size, drop = other.style.size, word.baseline - other.baseline
    return word.style.size <= _RAISED_SIZE * size and 0 < drop <= _LOWERED_TO * size


def _from_left(row: Sequence[Stretch]) -> list[Stretch]:
    """A row from left to right; where stretches of it overlap, their words each for itself."""
    ordered = sorted(row, key=_left)
    if any(right.left < left.right for left, right in itertools.pairwise(ordered)):
        return sorted(words_of(row), key=_left)
    return ordered


def _pieces(row: list[Stretch], body_size: float) -> list[Piece]:
    """The pieces of a row from left to right."""
    if len(row) == 1:  # as most lines are
        return [Piece(row)]
    row = _from_left(row)
    gaps = [right.left - left.right for left, right in itertools.pairwise(row)]
    if gaps and min(gaps) < 0:
        row = _drawn_once(row)
        gaps = [right.left - left.right for left, right in itertools.pairwise(row)]
    near = not gaps or max(gaps) <= WIDE_GAP * min([word.style.size for word in row])
    if near and not any(itertools.starmap(_are_in_two_cells, itertools.pairwise(row))):
        return [Piece(row, _raised(row))]
    gaps += itertools.chain.from_iterable(stretch.gaps() for stretch in row)
    usual = min(gaps) if len(gaps) >= _GAPS_FROM else 0.0
    return [Piece(words, _raised(words)) for words in _parted(row, usual, body_size)]


def _parted(row: Sequence[Stretch], usual: float, body_size: float) -> list[list[Stretch]]:
    """A row from left to right, parted at its wide gaps; most of them are usual ones."""
    parts = [[row[0]]]
    right = row[0].right
    for word in row[1:]:
        if _parts(word.left - right, parts[-1], word, usual, body_size):
            parts.append([word])
            right = word.right
        else:
            parts[-1].append(word)
            right = max(right, word.right)
    return parts


def _raised(words: Sequence[Stretch]) -> set[int]:
    """The numbers of those that stand raised from the largest of them."""
    sizes = [word.style.size for word in words]
    largest = max(sizes)
    if min(sizes) > _RAISED_SIZE * largest:
        return set()
    host = words[sizes.index(largest)]
    return {number for word in words if _is_raised(word, host) for number in word.numbers}


def _drawn_once(row: Sequence[Stretch]) -> list[Stretch]:
    """The words of a row, one that is drawn again upon itself taken once, painted if it can be."""
    kept: list[Stretch] = []
    for word in row:
        last = kept[-1] if kept else None
        if last is None or word.text != last.text or word.left - last.left > AGAIN * word.style.size:
            kept.append(word)
        elif word.style.painted and not last.style.painted:
            kept[-1] = word
    return kept


def _parts(gap: float, before: Sequence[Stretch], word: Stretch, usual: float, body_size: float) -> bool:
    """Whether a gap parts a word from those before it; a bullet stays with its item, a number with note or title."""
    size = max(before[-1].style.size, word.style.size)
    if _are_in_two_cells(before[-1], word):
        return True
    if gap <= WIDE_GAP * size:
        return False
    if sum(map(len, before)) <= _MARK_WORDS:
        text = "".join(other.text for other in words_of(before))
        small_number = text.isdecimal() and before[0].style.size <= SMALLER * body_size
        if small_number or LONE_BULLET.match(text) or _NUMBERING.match(text):
            return gap > _BULLET_GAP * size
    return gap > _WIDEST_BLANK * size or gap > _UNEVEN * usual


def _are_in_two_cells(word: Stretch, other: Stretch) -> bool:
    """Whether words stand in two cells of one row, of a table that is none: its cells hold texts."""
    one, two = word.tag, other.tag
    return one is not None and two is not None and one.cell != two.cell and one.block == two.block


def _count_rows(pieces: Sequence[Piece], after: int = 0) -> None:
    """Number the printed lines of a column; blank ones count by the distance of the baselines."""
    leading = _leading(pieces)
    row = after - 1
    for above, piece in itertools.pairwise([None, *pieces]):
        if piece is None:
            continue
        if above is None or piece.baseline < above.baseline - piece.size:  # the top of another column
            row += 1
        elif piece.baseline - above.last_baseline > _SAME_BASELINE * min(piece.size, above.size):
            piece.gap = max(0, round((piece.baseline - above.last_baseline) / leading) - 1)
            row += 1 + piece.gap
        else:
            piece.gap = above.gap
        piece.row = row


def _leading(pieces: Sequence[Piece]) -> float:
    """The distance of two lines that follow each other."""
    steps: Counter[float] = Counter()
    for above, below in itertools.pairwise(pieces):
        step = round((below.baseline - above.baseline) * 2) / 2
        if _LEADING[0] * below.size <= step <= _LEADING[1] * below.size:
            steps[step] += 1
    if steps:
        return steps.most_common(1)[0][0]
    return _USUAL_LEADING * (pieces[0].size if pieces else 9.0)
