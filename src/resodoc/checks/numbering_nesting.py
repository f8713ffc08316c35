"""A sub-item whose number does not continue its item's: «1.1.» under «2.».

PASS:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Провести осмотр:
    1.1. кровли до 1 мая 2024 г.;
    1.2. подвала до 1 июня 2024 г.
    2. Утвердить график.
FAIL:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Утвердить график.
    2. Провести осмотр:
    [[1.1.]] кровли до 1 мая 2024 г.
FAIL:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Утвердить график.
    2. Провести осмотр:
    [[2.1.1.]] кровли до 1 мая 2024 г.
"""

from __future__ import annotations

from collections.abc import Iterator

from resodoc.model import Finding, Resolution

from .numbering import Item, items
from .places import worst_in_draft
from .settings import Settings

ID = "numbering-nesting"
LEVEL = "error"


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    top: Item | None = None
    for item in items(resolution):
        top = top if item.above else None
        if len(item.label.path) == 1:
            top = item if item.label.path[0].isdigit() else top
        elif top and _is_misplaced(item, top):
            values = (("number", item.printed), ("parent", top.label.path[0]))
            yield Finding(ID, worst_in_draft(resolution), item.span, values, item.decision)


def _is_misplaced(item: Item, top: Item) -> bool:
    """Whether a dotted number goes back behind the item above it, or skips a level."""
    first = item.label.path[0]
    if not first.isdigit():
        return False
    back = int(first) < top.ordinal
    above = item.above
    skips = (
        above is not None
        and len(item.label.path) > len(above.label.path) + 1
        and above.label.path[0].isdigit()
    )
    return back or skips
