"""The labels that a browser prints before the items of a list (HTML 4.4.5 to 4.4.8)."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from resodoc.readers.plain.wrapped import labelled
from resodoc.readers.word.numbering import FORMATS

_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero",
    "none": "none",
}
_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*?([\w-]*(?:alpha|latin|roman|zero|none))", re.I)
_PIECES, _ENOUGH = 20, 40  # stretches and characters within which a label must begin


def item_labels(holder: Any) -> dict[Any, str]:
    """The label of each item of a list, «1. » or «• »; "" where the list has none, or its writer typed one. `start`
    of the list begins the count, `value` of an item sets it."""
    count = (_int(holder.get("start")) or 1) - 1
    labels = {}
    for item in holder.iterchildren("li"):
        value = _int(item.get("value"))
        count = count + 1 if value is None else value
        labels[item] = _label(holder, item, max(count, 1))
    return labels


def _label(holder: Any, item: Any, number: int) -> str:
    if labelled(_beginning(item)):
        return ""
    style = _STYLE.search(f"{holder.get('style', '')};{item.get('style', '')}")
    form = (
        _STYLES.get(style.group(1).lower(), "decimal")
        if style
        else _TYPES.get(holder.get("type", ""), "decimal")
    )
    if form == "none":
        return ""
    return f"{FORMATS[form](number)}. " if holder.tag == "ol" else "• "


def _beginning(item: Any) -> str:
    """The first words of an item."""
    text = ""
    for piece in islice(item.itertext(), _PIECES):
        text += piece
        if len(text.strip()) > _ENOUGH:
            break
    return " ".join(text.split())


def _int(text: str | None) -> int | None:
    return int(text) if text and text.strip().isdecimal() and len(text) < 7 else None
