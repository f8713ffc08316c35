"""A number left out: 1, 2, 4; or a list that does not begin at its first item.

PASS:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Утвердить смету.
    2. Провести осмотр:
    1) кровли;
    2) подвала.
    3. Утвердить график.
PASS:
    ПРОТОКОЛ № 4
    1. По итогам осмотра комиссия РЕШИЛА:
    1.1. Признать кровлю исправной.
    1.2. Признать подвал исправным.
    2. Утвердить график.
PASS:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Утвердить смету.
    2. Провести осмотр кровли.
    2. Провести осмотр подвала.
    4. Утвердить график.
FAIL:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Утвердить смету.
    2. Провести осмотр кровли.
    [[4.]] Утвердить график.
"""

from __future__ import annotations

from collections.abc import Iterator

from resodoc.model import Finding, Resolution

from .numbering import is_repeat, items
from .places import folded, worst_in_draft
from .settings import Settings

ID = "numbering-gap"
LEVEL = "error"

_HEAD_LENGTH = 600


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    # An extract of minutes gives only some of the items.
    is_extract = "выписка" in folded(resolution.source.text)[:_HEAD_LENGTH]
    last: dict[str, int] = {}
    for item in items(resolution):
        expected = item.before.ordinal + 1 if item.before else 1
        if item.before and is_repeat(item.before):
            expected += 1  # of «4, 4, 6» the second 4 is wrong, not 6
        # Under a new heading the count may go on where it stood.
        goes_on = item.ordinal == last.get(item.label.style, 0) + 1
        # What opens a list without being a decision is a section, and earlier ones may have been questions.
        opens = item.before is None and item.decision is None
        if item.ordinal > expected and not (goes_on or opens or is_extract):
            values = (("number", item.printed), ("expected", item.expected(expected)))
            values += (("before", item.before.printed),) if item.before else (("variant", "first"),)
            yield Finding(ID, worst_in_draft(resolution), item.span, values, item.decision)
        last[item.label.style] = item.ordinal
