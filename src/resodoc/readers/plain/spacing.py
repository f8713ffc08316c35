"""Blanks, and letters set apart for the eye, are taken back. `tidy` only deletes characters or replaces a
blank by a blank, so `positions` can tell where each character of the raw text went.
"""

from __future__ import annotations

import re
import unicodedata

from resodoc.language import morph

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe\ufffc"
_BLANKS = "\u00a0\u1680\u202f\u205f\u3000\u0085\n\r\v\f\u2028\u2029" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_CONTROLS = "".join(map(chr, (*range(9), *range(14, 32), 127)))
_PLAIN = str.maketrans(dict.fromkeys(_BLANKS, " ") | dict.fromkeys(_INVISIBLE + _CONTROLS))

_APART = re.compile(
    r"(?<![^\W_])[А-ЯЁа-яё](?:[ \t]{1,4}[А-ЯЁа-яё](?![^\W_])){3,40}"
    r"|^[А-ЯЁ][ \t]{1,4}[А-ЯЁ][ \t]{1,4}[А-ЯЁ]$"
)
_LONE = frozenset("авикосуя")  # the words of one letter
_SPACED_LABEL = re.compile(
    r"\d{1,3}(?: \. ?\d{1,3}){1,4}(?= ?[.)](?! ?\d)| [^\W\d])"
)  # «3 . 1 .» of a tokenised text
_BEFORE_MARK = re.compile(
    r"(?:(?<=[\w)»\"%])|(?<=\.)(?=[ \t]+[,;:)»\]]))[ \t]+(?=(?:[,;:!?)»\]]|\.(?![\w.]))(?:[\s,.;:)»]|$))"
)
_AFTER_OPENING = re.compile(r"(?<=[(«\[])[ \t]+(?=[\w«\"])")

_GAP = re.compile(r" *\t[ \t]*| {2,}")
_MIN_GAP = 5
_LABEL = re.compile(r"[^\w№]*(?:\w{1,4}|(?:\d{1,3}\.)+\d{0,3})?[.)]?")
_COLUMN = re.compile(
    r"[А-ЯЁA-Z«\"_(№]|N ?\d|\d{1,2}(?:\.\d\d?\.\d{2,4}| [а-я]{3,8} \d{4})"
    r"|(?:г|гор|с|д|п|пос|ст|р\. ?п|п\. ?г\. ?т)\. ?[А-ЯЁ]|город [А-ЯЁ]"
)
_CAPTION = re.compile(r"^(?:фото|видео)(?=[А-ЯЁ][а-яё])")  # a web page's caption glued to its paragraph
_MAX_COLUMN, _MAX_LINE = 60, 160


def tidy(text: str) -> str:
    """One line of a document as it reads: one blank between words, letter-spaced words closed up («П Р И К А З»),
    no blank before a comma or inside brackets, no invisible characters. What stands in columns of one line (a
    post and its holder's name, a date and a number) is parted by one TAB.

    >>> tidy("п о с т а н о в л я ю :"), tidy("Глава района          И.И. Иванов")
    ('постановляю:', 'Глава района\\tИ.И. Иванов')
    """
    line = unicodedata.normalize("NFC", text).translate(_PLAIN).strip()
    line = _CAPTION.sub("", line)
    if label := _SPACED_LABEL.match(line):
        line = label.group().replace(" ", "") + line[label.end() :]
    line = _APART.sub(_closed, line)
    line = _AFTER_OPENING.sub("", _BEFORE_MARK.sub("", line))
    return "\t".join(" ".join(part.split()) for part in _columns(line))


def positions(raw: str, tidied: str) -> list[int]:
    """For each offset of `raw` (NFC), its end included, the offset in `tidied` = `tidy(raw)`."""
    out, at = [], 0
    for char in raw:
        out.append(at)
        if at < len(tidied) and (char == tidied[at] or (char.isspace() and tidied[at].isspace())):
            at += 1
    return [*out, at]


def _closed(m: re.Match[str]) -> str:
    """The words that letters set apart make: a wider gap parts two words if no word goes across it."""
    letters = m.group().replace("\t", "  ")
    gaps = [len(gap) for gap in re.findall(" +", letters)]
    chunks = re.sub(rf" {{{min(gaps) + 1},}}", "\t", letters).replace(" ", "").split("\t")
    out, first = [], 0
    while first < len(chunks):
        last = next(
            (n for n in range(len(chunks), first + 1, -1) if morph.known("".join(chunks[first:n]))), first + 1
        )
        out.append(_parted("".join(chunks[first:last])))
        first = last
    return " ".join(out)


def _parted(letters: str) -> str:
    """Two words whose gap was no wider than those between letters: «РЕШЕНИЕСОВЕТА» → «РЕШЕНИЕ СОВЕТА»."""
    if not morph.known(letters):
        for cut in (1, *range(len(letters) - 3, 2, -1)):
            head, tail = letters[:cut], letters[cut:]
            if (
                (cut > 1 or head.lower() in _LONE)
                and len(tail) > 2
                and morph.known(head)
                and morph.known(tail)
            ):
                return f"{head} {tail}"
    return letters


def _columns(line: str) -> list[str]:
    """The parts of a line that stand apart in columns; the line itself when its gaps only justify it."""
    narrow = [len(gap) for gap in _GAP.findall(line) if "\t" not in gap and len(gap) < _MIN_GAP]
    wide = max([_MIN_GAP, *(2 * gap + 1 for gap in narrow)])
    first, *rest = re.split(rf" *\t[ \t]*| {{{wide},}}", line)
    columns = [first]
    for part in rest:
        after_label = len(columns) == 1 and _LABEL.fullmatch(first)
        if _COLUMN.match(part) and len(part) <= _MAX_COLUMN and not after_label:
            columns.append(part)
        else:
            columns[-1] += f" {part}"
    return columns if len(line) - line.count(" ") <= _MAX_LINE else [line]
