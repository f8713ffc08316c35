"""The labels that a browser prints before the items of a list (HTML 4.4.5 to 4.4.8)."""

from __future__ import annotations

import re
from typing import Any

from resodoc.readers.numbering import FORMATS
from resodoc.readers.wrapped import labelled

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


def item_label(item: Any) -> str:
    """«1. » or «• »; "" where the list has no labels, or the writer typed one."""
    parent = item.getparent()
    if parent is None or labelled(" ".join(item.text_content().split())):
        return ""
    style = _STYLE.search(f"{parent.get('style', '')};{item.get('style', '')}")
    form = (
        _STYLES.get(style.group(1).lower(), "decimal")
        if style
        else _TYPES.get(parent.get("type", ""), "decimal")
    )
    if form == "none":
        return ""
    return f"{FORMATS[form](_number(item))}. " if parent.tag == "ol" else "• "


def _number(item: Any) -> int:
    """`value` sets the count, `start` of the list begins it."""
    before = 0
    for sibling in (item, *item.itersiblings("li", preceding=True)):
        if (value := _int(sibling.get("value"))) is not None:
            return max(value + before, 1)
        before += 1
    start = _int(item.getparent().get("start"))
    return max((1 if start is None else start) + before - 1, 1)


def _int(text: str | None) -> int | None:
    return int(text) if text and text.strip().isdecimal() and len(text) < 7 else None
