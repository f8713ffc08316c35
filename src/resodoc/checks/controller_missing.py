"""An order that charges somebody and names nobody to see it done.

The last item of an order names who controls it (rules of office work, Росархив, order № 44 of 11 April 2018, annex).
Acts of the federal government have no such item, so a decree is looked at only as a draft.

PASS:
    ПРИКАЗ
    от 5 февраля 2024 г. № 11
    ПРИКАЗЫВАЮ:
    1. Главному инженеру Зимину К.А. до 1 марта 2024 г. провести осмотр котельной.
    2. Контроль за исполнением приказа оставляю за собой.
    Директор                 П.П. Орлов
FAIL:
    ПРИКАЗ
    от 5 февраля 2024 г. № 11
    ПРИКАЗЫВАЮ:
    1. Главному инженеру Зимину К.А. до 1 марта 2024 г. [[провести]] осмотр котельной.
    Директор                 П.П. Орлов
"""

from __future__ import annotations

from collections.abc import Iterator

from resodoc.language.fold import fold
from resodoc.model import Finding, Resolution

from .places import act, head, is_draft, kind, owners
from .settings import Settings

ID = "controller-missing"
LEVEL = "info"

_OPENING = 60
"""Characters in which an item says what it is about."""


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    if kind(resolution) != "order" and not (kind(resolution) == "decree" and is_draft(resolution)):
        return
    charges = [d for d in resolution.decisions if act(d) == "instruct"]
    if charges and not controlled(resolution):
        yield Finding(ID, LEVEL, head(resolution, charges[-1]), decision=charges[-1].id)


def controlled(resolution: Resolution) -> bool:
    """Whether an item speaks of control, be its controller understood or not."""
    items = resolution.decisions
    return any(
        act(d) == "control" or owners(d, "controller") or "контрол" in fold(d.text[:_OPENING]) for d in items
    )
