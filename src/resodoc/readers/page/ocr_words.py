"""What Tesseract's TSV output says: words with boxes, levelled, of one height in a line, its usual mistakes put right."""

from __future__ import annotations

import csv
import io
import re
import statistics
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from resodoc.language import morph
from resodoc.readers.page.printed import Word, levelled

_LONGER = 4  # letters: a word of as many is wider than tall
_NOISE = 0.3  # confidence below which only words of the dictionary are kept
_NOISE_SIGN = 0.6  # the same for what has no letter or digit: specks are read as dashes
_LATIN = str.maketrans("ABCEHKMOPTXaceopxy", "АВСЕНКМОРТХасеорху")
_INITIALS = re.compile(r"\W*(?:[A-Z]\.){1,2}\W*")
_NEXT_LABELS = {"а)": {"6)": "б)"}, "I.": {"П.": "II."}, "II.": {"Ш.": "III."}}
_NUMBER_SIGNS = frozenset(
    ("Ne", "No", "N°", "Nº", "Nо", "Nе", "Ме", "Мо", "Хе", "Хо", "№о", "№е")
)  # «№», misread
_CYRILLIC = re.compile(r"[А-ЯЁа-яё]")
_LINE_END_DASH = re.compile(r"(?<=[^\W\d_])[—–¬]$")
_HIGH, _LOW = re.compile(r"[А-ЯЁA-Zбёй\dfthkld«»\"(]"), re.compile(r"[руфцщдqpgyj,;()]")
# Of a type's size: how high letters of each kind stand, how deep they go; the mean of usual book types.
_CAPITAL, _SMALL, _DEPTH = 0.68, 0.46, 0.2


def levelled_words(table: str, scale: float, corner: tuple[float, float]) -> tuple[tuple[Word, ...], float]:
    """The words of a page as they lie once its lines are level, and the slope that was taken out of them. Its image, whose
    pixels are `scale` points wide, has its top left corner at `corner`."""
    found = lines(table, scale, corner)
    slope = _slope(found)
    return tuple(word for line in _even([_level(line, slope) for line in found]) for word in line), slope


def on_side(words: Sequence[Word]) -> bool:
    """Whether a page lies on its side: Tesseract reads lines that run up or down too, and most longer words are then taller
    than wide."""
    longer = [word for word in words if len(word.text) >= _LONGER]
    return 2 * sum(word.bottom - word.top > word.x1 - word.x0 for word in longer) > len(longer)


def lines(table: str, scale: float, corner: tuple[float, float] = (0.0, 0.0)) -> list[list[Word]]:
    """The lines of Tesseract's TSV output, noise left out, boxes in points."""
    rows = [
        r
        for r in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
        if r["level"] == "5"
    ]
    out = []
    for _, line in groupby(rows, key=lambda r: (r["block_num"], r["par_num"], r["line_num"])):
        words = [word for row in line if (word := _word(row, scale, corner))]
        if words:
            words[-1] = words[-1]._replace(text=_LINE_END_DASH.sub("-", words[-1].text))
            out.append(words)
    for words in out:
        _number_signs(words)
    _labelled(out)
    return out


def _word(row: dict[str, str], scale: float, corner: tuple[float, float]) -> Word | None:
    text, sure = (row["text"] or "").strip(" |"), float(row["conf"]) / 100  # a table's line is read as «|»
    if not text or (
        sure < _NOISE and not any(len(w.text) > 2 and morph.known(w.text) for w in morph.words(text))
    ):
        return None
    if not any(map(str.isalnum, text)) and sure < _NOISE_SIGN:
        return None
    x, y, width, height = (int(row[side]) * scale for side in ("left", "top", "width", "height"))
    x, y = x + corner[0], y + corner[1]
    return Word(_in_cyrillic(text), x, y, x + width, y + height, confidence=round(sure, 3))


def _in_cyrillic(text: str) -> str:
    """`text` without Latin letters that only look like Russian ones: in a word that has Russian letters too, in one that is
    Russian when they are changed, in initials."""
    changed = text.translate(_LATIN)
    if changed == text or re.search(r"[A-Za-z]", changed):
        return text
    russian = _CYRILLIC.search(text) or _INITIALS.fullmatch(text) or morph.known(changed)
    return changed if russian else text


def _number_signs(line: list[Word]) -> None:
    """Put right what stands for «№» before a number."""
    for n, (word, following) in enumerate(pairwise(line)):
        if word.text in _NUMBER_SIGNS and following.text[:1].isdigit():
            line[n] = word._replace(text="№")


def _labelled(lines: Sequence[list[Word]]) -> None:
    """Put right the labels that look like others, where the one before tells: after «а)» no «6)» follows."""
    expected: dict[str, str] = {}
    for line in lines:
        label = expected.get(line[0].text, line[0].text)
        line[0] = line[0]._replace(text=label)
        expected |= _NEXT_LABELS.get(label, {})


def _slope(lines: Sequence[Sequence[Word]]) -> float:
    """How many points lines sink for each point to the right: a page laid askew on the glass."""
    slopes = []
    for line in lines:
        if len(line) > 4 and not on_side(line):
            x, y = [(w.x0 + w.x1) / 2 for w in line], [(w.top + w.bottom) / 2 for w in line]
            slopes.append(statistics.linear_regression(x, y).slope)
    return statistics.median(slopes) if slopes else 0.0


def _level(line: Sequence[Word], slope: float) -> list[Word]:
    moved = (levelled((w.x0 + w.x1) / 2, (w.top + w.bottom) / 2, slope) for w in line)
    half = [((w.x1 - w.x0) / 2, (w.bottom - w.top) / 2) for w in line]
    return [
        w._replace(x0=x - dx, top=y - dy, x1=x + dx, bottom=y + dy)
        for w, (x, y), (dx, dy) in zip(line, moved, half, strict=True)
    ]


def _even(lines: Sequence[Sequence[Word]]) -> Iterator[list[Word]]:
    """`lines` with one height for all words of a line, from the size of type that its letters point to: boxes of ink are
    as high as the letters in them."""
    sizes = [_size(line) for line in lines]
    usual = statistics.median(sizes) if sizes else 0.0
    for line, own in zip(lines, sizes, strict=True):
        size = usual if 0.6 * usual < own < 1.8 * usual else own
        base = statistics.median(w.bottom - (_DEPTH * own if _LOW.search(w.text) else 0) for w in line)
        yield [w._replace(top=base - 0.9 * size, bottom=base + 0.22 * size) for w in line]


def _size(line: Sequence[Word]) -> float:
    return statistics.median(
        (w.bottom - w.top)
        / ((_CAPITAL if _HIGH.search(w.text) else _SMALL) + (_DEPTH if _LOW.search(w.text) else 0))
        for w in line
    )
