"""Tables drawn with characters: markdown's pipes, and the boxes of the nineties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import reduce

from resodoc.readers import hyphens
from resodoc.readers.wrapped import Line

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


def rows(lines: Sequence[Line]) -> Iterator[Row]:
    """The rows of the table that `lines` draw. Where a rule stands above the first row, rules part the rows and a cell
    runs over lines; else (markdown) a line is a row. A row whose only text is its first cell runs across the table."""
    boxed = _is_rule(lines[0].text)
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
    columns = max(len(_cells(line)) for line in lines)
    out: Row = []
    for column in range(columns):
        parts = [(cells[column], line) for line in lines if column < len(cells := _cells(line))]
        filled = [(text, line) for text, line in parts if text]
        out.append((reduce(hyphens.together, (text for text, _ in filled), ""), (filled or parts)[0][1]))
    return out[:1] if out[0][0] and not any(text for text, _ in out[1:]) else out


def _cells(line: Line) -> list[str]:
    inside = _OUTER_BARS.sub("", line.text)
    return [cell.strip().replace("\\|", "|") for cell in _BAR.split(inside)]
