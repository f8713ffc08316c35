"""A part that a document of its kind must have: date, number, signature; in minutes the chairman, the secretary, those
present and the vote (ГОСТ Р 7.0.97-2016; ГК РФ, art. 181.2; `settings.REQUIRED`). `required` in the configuration
replaces the list of a kind.

A draft gets its date and number when it is signed. A vote is asked for where a collegial body decides.

PASS:
    ПРИКАЗ
    от 5 февраля 2024 г. № 11
    О графике отпусков
    ПРИКАЗЫВАЮ:
    1. Утвердить график отпусков.
    Директор                 П.П. Орлов
FAIL:
    [[ПРИКАЗ]]
    от 5 февраля 2024 г. № 11
    О графике отпусков
    ПРИКАЗЫВАЮ:
    1. Утвердить график отпусков.
    С приказом ознакомлены:
    __________ К.А. Зимин
FAIL:
    [[ПРИКАЗ]]
    от 5 февраля 2024 г. № 11
    О графике отпусков
    ПРИКАЗЫВАЮ:
    1. Утвердить график отпусков.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from resodoc.model import Finding, Resolution

from .controller_missing import controlled
from .places import folded, is_collegial, is_draft, kind, opening
from .settings import Settings

ID = "part-missing"
LEVEL = "warning"

_CHAIRMAN = re.compile(
    r"(?<!\w)(?:(?:со)?председател[ья]|председательств|ведущ)\w*|(?<!\w)ве[лд]\w* (?:собрани|заседани|совещани)"
)
_SECRETARY = re.compile(
    r"(?<!\w)секретар\w+|(?<!\w)протокол\w* (?:ве[лд]|состав|запис)|(?<!\w)(?:вел[аи]?|записал[аи]?)(?!\w)"
)
_ATTENDEES = re.compile(
    r"присутств|(?<!\w)участ(?:вовали|ники)|(?<!\w)явк|(?<!\w)кворум|(?<!\w)приглашен\w* (?:лица|:)"
    r"|(?<!\w)члены (?:совета|правления|комиссии|комитета|коллегии|президиума)"
)
# Those who have read an order sign that, not the order.
_ACQUAINTED = re.compile(r"(?:лист |с приказом |с распоряжением )?ознаком")
_EXTRACT = re.compile(r"выписка")
_VOTE = re.compile(r"голосовал|голосовани|единогласно|(?<!\w)[\"]?за[\"]? ?[-:] ?\d")
_VOTES = re.compile(
    r"общ\w+ собрани|(?<!\w)правлени|президиум|педсовет|съезд"
    r"|(?<!\w)(?:учен|диссертационн|наблюдательн|педагогическ|попечительск)\w+ совет|совет\w? (?:депутат|директор)"
)
_DATED_AT_SIGNING = ("date", "number")
_HEAD_LENGTH, _END_LENGTH = 600, 300


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    text = folded(resolution.source.text)
    place = opening(resolution)
    for part in settings.required.get(kind(resolution), ()):
        if part in _DATED_AT_SIGNING and is_draft(resolution):
            continue
        if not _PARTS[part](resolution, text):
            yield Finding(ID, LEVEL, place, (("variant", part),))


def _number(resolution: Resolution, text: str) -> bool:
    """Minutes of a general meeting need none (ГК РФ, art. 181.2)."""
    general = kind(resolution) == "minutes" and is_collegial(resolution)
    return general or bool(resolution.number and resolution.number.value)


def _signature(resolution: Resolution, text: str) -> bool:
    signed, acquainted = False, False
    for block in resolution.blocks:
        acquainted = _ACQUAINTED.match(text, block.span.start) is not None if block.rule else acquainted
        signed = signed or block.kind == "signature" or (block.kind == "approval" and not acquainted)
    by_secretary = _SECRETARY.search(text, max(0, len(text) - _END_LENGTH)) is not None
    return signed or (kind(resolution) == "minutes" and by_secretary)


def _chairman(resolution: Resolution, text: str) -> bool:
    return _is_extract(text) or _CHAIRMAN.search(text) is not None


def _secretary(resolution: Resolution, text: str) -> bool:
    return _is_extract(text) or _SECRETARY.search(text) is not None


def _attendees(resolution: Resolution, text: str) -> bool:
    return _is_extract(text) or _ATTENDEES.search(text) is not None


def _vote(resolution: Resolution, text: str) -> bool:
    votes = any(d.vote for d in resolution.decisions) or _VOTE.search(text) is not None
    return votes or _is_extract(text) or _VOTES.search(text, 0, _HEAD_LENGTH) is None


def _is_extract(text: str) -> bool:
    return _EXTRACT.search(text, 0, _HEAD_LENGTH) is not None


_PARTS: dict[str, Callable[[Resolution, str], bool]] = {
    "date": lambda r, _: bool(r.date and r.date.value),
    "number": _number,
    "title": lambda r, _: bool(r.title and r.title.value),
    "place": lambda r, _: bool(r.place and r.place.value),
    "adopted-by": lambda r, _: bool(r.adopted_by and r.adopted_by.value),
    "agenda": lambda r, _: bool(r.agenda),
    "signature": _signature,
    "chairman": _chairman,
    "secretary": _secretary,
    "attendees": _attendees,
    "vote": _vote,
    "controller": lambda r, _: controlled(r),
}
PARTS = tuple(_PARTS)
"""The parts that `required` in the configuration may name."""
