"""What a check may know besides the document: the day, the house's limits, its register of owners."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "minutes": ("date", "number", "chairman", "secretary", "attendees", "vote", "signature"),
    "decree": ("date", "number", "title", "signature"),
    "order": ("date", "number", "title", "signature"),
    "decision": ("date", "number", "title", "signature"),
}
"""Parts that a document of a kind must have: ГОСТ Р 7.0.97-2016, 5.9, 5.10, 5.17, 5.22; for minutes also the
participants and the course of the meeting (Росархив, order № 44 of 11 April 2018, annex; ГК РФ, art. 181.2)."""


@dataclass(frozen=True, slots=True)
class Limits:
    """House limits: words of one item, sentences of one item that set a task."""

    words: int = 150
    tasks: int = 1


@dataclass(frozen=True, slots=True)
class Settings:
    """`today`: the day that counts as today, `None` when nothing may depend on it. `owners`: the register of owners,
    the names of each, `None` when the user gave none. `abbreviations`: those that need no definition, besides the
    common ones."""

    today: date | None = None
    limits: Limits = Limits()
    owners: tuple[tuple[str, ...], ...] | None = None
    required: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: REQUIRED)
    abbreviations: frozenset[str] = frozenset()
