"""Tables drawn with characters: markdown's pipes, and the boxes of the nineties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import zip_longest

from resodoc.readers import hyphens
from resodoc.readers.gridkind import across
from resodoc.readers.plain.wrapped import Line

_BAR = re.compile(r"(?<!\\)[|│┃║¦]")
_RULE = re.compile(r"[\s|│┃║¦+:─━═┄┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╒╕╘╛╞╡╤╧╪╟╢╓╖╙╜╫╥╨-]*[─━═-]{3}[\s\S]*")
_OUTER_BARS = re.compile(r"^\s*[|│┃║¦]|(?<!\\)[|│┃║¦]\s*$")
_EDGE = "|│┃║¦+┌├└╔╠╚╒╞╘╟╓╙"

Row = list[tuple[str, Line]]
"""The cells of a row: the text of each, and the line on which it begins."""


def is_drawn(line: Line) -> bool:
    """Whether a line is part of a drawn table: a rule of it, or cells between bars."""
    text = line.text
    return text[:1] in _EDGE and text != "" and (_is_rule(text) or len(_BAR.findall(text)) > 1)


def rows(lines: Sequence[Line]) -> list[Row]:
    """The rows of the table that `lines` draw. Where a rule stands above the first row, rules part the rows and a cell
    runs over lines; else (markdown) a line is a row."""
    found = list(_rows(lines, boxed=_is_rule(lines[0].text)))
    whole = across([[[text] if text else [] for text, _ in row] for row in found])
    return [row[:1] if n in whole else row for n, row in enumerate(found)]


def _rows(lines: Sequence[Line], boxed: bool) -> Iterator[Row]:
    group: list[Line] = []
    for line in lines:
        if not _is_rule(line.text):
            group.append(line)
        if group and (not boxed or _is_rule(line.text)):
            yield _row(group)
            group = []
    if group:
        yield _row(group)


def _is_rule(text: str) -> bool:
    return bool(_RULE.fullmatch(text)) and not any(char.isalnum() for char in text)


def _row(lines: Sequence[Line]) -> Row:
    """One row out of its printed lines: each cell reads from top to bottom."""
    out: Row = []
    for parts in zip_longest(
        *([(text, line) for text in _cells(line)] for line in lines), fillvalue=("", lines[0])
    ):
        filled = [part for part in parts if part[0]] or [parts[0]]
        out.append((reduce(hyphens.together, (text for text, _ in filled), ""), filled[0][1]))
    return out


def _cells(line: Line) -> list[str]:
    inside = _OUTER_BARS.sub("", line.text)
    return [cell.strip().replace("\\|", "|") for cell in _BAR.split(inside)]
