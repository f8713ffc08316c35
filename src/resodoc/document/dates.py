"""When, where and under which number: the document's own date, its event, the next meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile

from resodoc.document.parts import PREAMBLE_START, head_lines
from resodoc.interpret import document
from resodoc.language import morph, names
from resodoc.language.dates import find_dates, read
from resodoc.language.fold import fold
from resodoc.match import Passage
from resodoc.model import Block, Found, Meeting, Span
from resodoc.rulepack import RuleSet

_FOREIGN = re.compile(
    r"(?:к (?:договор|контракт|соглашени|протокол|решени|постановлени|приказ|распоряжени)"
    r"|утвержден|зарегистрир|в ред|согласован|принят[ао]? |вступа|об?о? |с изм|опубликован|утратил|государственной думой|приложени)"
)
_OWN = re.compile(r"(?:от|дата(?: проведения| составления)?:?|№|n|г\.|город|принят[оа]?|\"|«|\d)")
_APPROVED = re.compile(r"(?:утверждаю|согласовано|утвержден[оаы]?)(?![а-я])")
_PRESENT = re.compile(r"присутств|участ|приглаш|отсутств|члены")
_LONGEST = 160
_IN_PLACE = re.compile(r"(?<!\w)(?:в|во)\s+(?:г\.\s?|городе\s+)?$", re.IGNORECASE)
Days = tuple[Found[date] | None, Found[date] | None]


def date_of(
    whole: Passage, blocks: Sequence[Block], draft: bool, event: Found[Meeting] | None, kind: str
) -> Days:
    """The document's own date: in its head, else below its signature, else the day of its event."""
    if kind == "report":
        return _event_days(event)
    tail = [] if draft else [b for b in blocks if b.kind in ("signature", "approval")][:8]
    head = _head_and_title(whole, blocks)
    for block in (*(_stamp_last(whole, head) if kind == "minutes" else head), *tail):
        found = _own_date(whole, block.span)
        if found:
            return found
    return (None, None) if draft else _event_days(event)


def _event_days(event: Found[Meeting] | None) -> Days:
    if event is None or event.value is None or event.value.start is None:
        return None, None
    start, end = event.value.start, event.value.end
    return Found(event.span, start, event.rule), Found(
        event.span, end, event.rule
    ) if end and end != start else None


def _head_and_title(whole: Passage, blocks: Sequence[Block]) -> list[Block]:
    head = head_lines(blocks)
    extra = [b for b in blocks if b.kind == "attendees" and not _PRESENT.match(whole.folded, b.span.start)][
        :6
    ]
    return [b for b in head if b.kind in ("head", "title")] + extra


def _stamp_last(whole: Passage, head: list[Block]) -> list[Block]:
    """The lines of a head, those of an approval («УТВЕРЖДАЮ … «22» декабря 2023 г.») that stands above the title behind
    the others: minutes are of the day of the meeting."""
    start = next((i for i, b in enumerate(head) if _APPROVED.match(whole.folded, b.span.start)), None)
    stop = next((i for i, b in enumerate(head) if b.kind == "title"), 0)
    if start is None or start > stop:
        return head
    return [*head[:start], *head[stop:], *head[start:stop]]


def _own_date(whole: Passage, span: Span) -> Days | None:
    text = whole.folded[span.start : span.stop]
    if len(text) > _LONGEST or _FOREIGN.match(text) or PREAMBLE_START.match(text):
        return None
    for where, first, last in find_dates(whole.folded, span.start, span.stop):
        before = whole.folded[span.start : where.start].strip()
        if before and not _OWN.match(before) and len(before) > 60 and not _names_act(before):
            continue
        found = Found(where, first, "document.date")
        return found, Found(where, last, "document.date") if last != first else None
    return None


def _names_act(text: str) -> bool:
    return re.match(r"(?:постановление|распоряжение|приказ|решение|протокол|указ)\b", text) is not None


def number_of(whole: Passage, blocks: Sequence[Block], rules: RuleSet) -> Found[str] | None:
    """The document's own number, as printed with its sign: in its head, below its signature, else the only one that stands
    outside the text, in a running head or a stamp."""
    tail = [b for b in blocks if b.kind == "signature"][:6]
    for block in (*_head_and_title(whole, blocks), *tail):
        text = whole.folded[block.span.start : block.span.stop]
        if len(text) > _LONGEST or _FOREIGN.match(text):
            continue
        for found in document.of_field(whole.sub(block.span), rules, "number"):
            return replace(found, value=whole.source.quote(found.span))
    outside = [mark for mark in whole.source.marks if any(map(str.isdigit, mark))]
    return Found(Span(0, 0), outside[0], "document.number") if len(outside) == 1 else None


def place_of(whole: Passage, blocks: Sequence[Block], kind: str, rules: RuleSet) -> Found[str] | None:
    """Where the document was made: «г. …» in its head or below its signature; for an event, where it took place."""
    lines = [b for b in _head_and_title(whole, blocks) if len(b.span) < _LONGEST]
    tail = [b for b in blocks if b.kind == "signature"][:8]
    for block in (*lines, *tail):
        for found in document.of_field(whole.sub(block.span), rules, "place"):
            return replace(found, value=_bare_place(found.value or ""))
    for block in (*lines, *tail):
        text = whole.source.slice(block.span).strip().removesuffix(", Кремль")
        if _is_city(text):
            return Found(block.span, _bare_place(text), "document.place-alone")
    return None if kind in ("decree", "order") else _event_place(whole, blocks)


def _bare_place(text: str) -> str:
    """The name alone: «Озёрск» of «Озёрск области …», «Великий Устюг» whole."""
    words = text.split()
    name = " ".join([words[0], *takewhile(lambda word: word[:1].isupper(), words[1:])])
    return name.title() if name.isupper() else name


def _is_city(text: str) -> bool:
    words = morph.words(text)
    return (
        len(words) == 1
        and len(text) == len(words[0].text)
        and any("Geox" in r.grammemes and r.case == "nomn" for r in words[0].readings)
    )


def _event_place(whole: Passage, blocks: Sequence[Block]) -> Found[str] | None:
    """«в Озёрске»: the first town named where something takes place; else the town in the name of the body or event."""
    early = Span(0, min(len(whole.source.text), 4000))
    towns = list(_towns(whole, early))
    located = next(
        (t for t in towns if _IN_PLACE.search(whole.source.text[max(0, t[0].start - 14) : t[0].start])), None
    )
    found = located or next(iter(towns), None)
    return Found(found[0], found[1], "document.place-event") if found else None


def _towns(whole: Passage, span: Span) -> Iterator[tuple[Span, str]]:
    for word in morph.words(whole.source.text, span.start, span.stop):
        if not word.text[:1].isupper() or (word.text.isupper() and len(word.text) < 4):
            continue
        geox = [
            r
            for r in word.readings
            if "Geox" in r.grammemes and r.pos == "NOUN" and r.lemma not in _COUNTRIES
        ]
        if (
            geox
            and "Geox" in word.readings[0].grammemes
            and any(r.case in ("loct", "gent", "nomn") for r in geox)
        ):
            yield Span(word.start, word.stop), _bare_place(names.nominative(word.text))


_COUNTRIES = frozenset(
    "россия германия израиль индия испания тайвань финляндия франция китай украина белоруссия беларусь казахстан узбекистан "
    "сша европа азия кавказ сибирь урал крым федерация волга нева дон".split()
)


def event_of(
    whole: Passage, blocks: Sequence[Block], kind: str, title: Found[str] | None, rules: RuleSet
) -> Found[Meeting] | None:
    """What took place and when: for a report, a resolution, or minutes."""
    if kind in ("decree", "order", "assignments"):
        return None
    prose = [
        b for b in blocks if b.kind in ("head", "title", "text", "attendees", "agenda", "resolved", "heard")
    ]
    dated = [
        d
        for b in prose
        for d in find_dates(whole.folded, b.span.start, b.span.stop)
        if not _cites(whole, d[0])
    ]
    told = [d for d in dated if _near_event(whole, d[0], rules)]
    best = next(iter(told or (dated if kind in ("report", "resolution") else ())), None)
    if best is None:
        return None
    return Found(best[0], Meeting(title.value if title else None, best[1], best[2]), "document.event")


def _cites(whole: Passage, span: Span) -> bool:
    """Whether the date is that of an act which the prose cites («законом от 6 октября 2003 года № 131-ФЗ»)."""
    return whole.folded[max(0, span.start - 3) : span.start].strip() == "от"


def _near_event(whole: Passage, span: Span, rules: RuleSet) -> bool:
    """Whether the sentence around a date tells that something took place."""
    start = max(whole.folded.rfind("\n", 0, span.start), span.start - 300, 0)
    stop = whole.folded.find("\n", span.stop)
    sentence = whole.sub(Span(start, min(len(whole.folded) if stop < 0 else stop, span.stop + 300)))
    return bool(document.of_field(sentence, rules, "event"))


def next_meeting(whole: Passage, rules: RuleSet, anchor: date | None) -> Found[Meeting] | None:
    """When those who decided meet again, `None` when the text does not say a day; a day without a year is the next
    such after `anchor`."""
    for found in document.of_field(whole, rules, "next-meeting"):
        stretch = read(fold(found.value or ""))
        days = stretch.days(anchor) if stretch else None
        if days:
            return Found(found.span, Meeting(None, days.first, days.last), found.rule)
    return None
