"""The votes that minutes count, and how many were there to vote: what their head says of it, an upper bound where it says it
in several ways."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resodoc.model import Decision, Found, Resolution, Span, Vote

from .places import folded, operative

_WORDS = r"(?:[а-я.]+ ){0,4}"
_COUNT = r"(?P<n>\d{1,4})(?![\d/%]|[.,]\d)"
_CAME = r"(?:присутств|участв|зарегистриров|явил)\w*"
# «6 из 8 членов», «41 член совета из 52», «из 9 членов присутствуют 7»
_OF_ALL = (
    re.compile(rf"(?<![\d.,]){_COUNT} {_WORDS}из {_WORDS}\d{{1,4}}(?!\w)"),
    re.compile(rf"(?<!\w)из {_WORDS}\d{{1,4}} (?:[а-я,]+ ){{0,6}}{_CAME} ?[-:]? ?(?:[а-я]+ ){{0,2}}{_COUNT}"),
)
# «Присутствовали: 4 человека», «(4 чел.)»
_SAID = (
    re.compile(rf"(?<!\w){_CAME} ?[-:]? ?(?:[а-я]+ ){{0,3}}{_COUNT}"),
    re.compile(rf"\((?:всего )?{_COUNT} ?чел"),
)
_ANY = re.compile(
    rf"(?<![\d.,]){_COUNT} (?:[а-я]+ ){{0,2}}(?:чел|член|депутат|делегат|участник|собственник|представител|акционер"
    r"|работник|сотрудник|родител|жител|учител|педагог|преподавател|приглашен|студент)"
)
_DIGIT = re.compile(r"\d")
# Whoever votes by shares, by proxy, in writing, from afar, or comes later is not counted in the room.
_NOT_BY_HEAD = re.compile(
    r"%|процент|(?<!\w)кв\. ?м|(?<!\w)дол[яиейю]+(?!\w)|(?<!\w)акци[йияе]|голосами|голосов(?!а)|заочн|доверенност|письменн"
    r"|опросн|бюллетен|видео|онлайн|дистанц|(?<!\w)вкс(?!\w)|прибыл|присоедин|подключ"
)
# A list that does not name everybody: «члены комиссии, представители управляющих организаций», «и др.», «по списку».
_NOT_ALL_NAMED = re.compile(
    r"(?:член|представител|жител|работник|сотрудник|собственник|депутат|делегат|родител|учител|педагог|руководител|глав)"
    r"[ыиа](?!\w)[^:-]*?(?=[,;\n]|$)|и др(?:угие)?(?!\w)|спис[ок]|лист\w? |явочн|собрани|конференци|(?<!\w)съезд|(?<!\w)сход"
)
_FOR = re.compile(r'(?<!\w)"?за"? ?[-:,]')
_REACH = 200
"""Characters of a count of votes with its outcome: more tell of several votes."""
_ITEM = re.compile(r"[^,;\n]*[А-ЯЁ][^,;\n]*")
_TALKS = ("agenda", "question", "heard", "spoke", "proposed", "resolved", "item", "heading")


def votes(resolution: Resolution) -> Iterator[tuple[Decision, Found[Vote]]]:
    """Every vote that was counted once, with the first decision that it is told of."""
    text = folded(resolution.source.text)
    seen: set[Span] = set()
    for decision in resolution.decisions:
        vote = decision.vote
        if vote is None or vote.value is None or vote.span in seen or len(vote.span) > _REACH:
            continue
        seen.add(vote.span)
        if len(_FOR.findall(text, vote.span.start, vote.span.stop)) <= 1:
            yield decision, vote


def present(resolution: Resolution) -> int | None:
    """How many could vote by heads at most; `None` when the minutes do not say, or do not count heads."""
    text = folded(resolution.source.text)
    if _NOT_BY_HEAD.search(text, 0, operative(resolution).stop):
        return None
    begun = [b.span.start for b in resolution.blocks if b.kind in _TALKS]
    begun += [d.span.start for d in resolution.decisions]
    head = text[: min(begun, default=0)]
    of_all = [n for pattern in _OF_ALL for n in _numbers(pattern, head)]
    said = [n for pattern in _SAID for n in _numbers(pattern, head)]
    if of_all:
        return max([sum(of_all), *said])
    if said:
        return max([*said, *_numbers(_ANY, head)])
    return _named(resolution, head)


def _numbers(pattern: re.Pattern[str], head: str) -> list[int]:
    return [int(m["n"]) for m in pattern.finditer(head)]


def _named(resolution: Resolution, head: str) -> int | None:
    """How many the list of those present can name, where it names everybody."""
    lists = [b.span for b in resolution.blocks if b.kind == "attendees" and b.span.stop <= len(head)]
    text = "\n".join(head[span.start : span.stop] for span in lists)
    if "выписка" in head or "присутств" not in text or _DIGIT.search(text) or _NOT_ALL_NAMED.search(text):
        return None
    named = sum(len(_ITEM.findall(resolution.source.slice(span))) for span in lists)
    return max(named, sum(person.span.stop <= len(head) for person in resolution.people))
