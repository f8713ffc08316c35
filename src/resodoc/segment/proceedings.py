"""The proceedings of a meeting: which stretch of the minutes is about which question, and what became of proposals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from resodoc.language.fold import fold
from resodoc.model import Found, Span
from resodoc.segment.labels import Label, label_of
from resodoc.segment.lines import Line

PROCEEDINGS = ("heard", "spoke", "proposed")
_TALK = ("question", "heard", "spoke")
_PROPOSING = re.compile(
    r"(?<!\w)(?:предложено|предложил[аи]?|предлагается|поступило предложение)[:\s]+(?=[а-яё]+(?:ть|ти|чь)(?:ся)?\s)",
    re.IGNORECASE,
)
_NEAR = 60  # characters at the start of a line that may count the question
_BY_QUESTION = re.compile(r"по\s+(?:вопросу\s+№?\s*)?(\w+)\s+(?:вопросу|повестки)|по\s+вопросу\s+№?\s*(\d+)")


@dataclass(frozen=True, slots=True)
class Part:
    """A line and the part of the document that it belongs to; `opens`: its marker opens that part."""

    line: Line
    zone: str
    opens: bool = False

    @property
    def marker(self) -> Found[str] | None:
        return self.line.marker if self.opens else None


def promote(parts: list[Part]) -> tuple[Part, ...]:
    """Where a proposal was put to the vote and no РЕШИЛИ follows, the proposal's words are what was decided (or lost)."""
    parts = list(_with_proposals(list(_with_subquestions(parts))))
    out = list(parts)
    for start, stop in questions(parts):
        for i in range(start, stop):
            if parts[i].zone == "proposed" and parts[i].opens and _was_lost(parts, i):
                out[i] = Part(_behind_marker(parts[i].line), "resolved")
        zones = {p.zone for p in parts[start:stop] if not (p.zone == "resolved" and p.opens)}
        if "resolved" in zones or not {"voted", "outcome"} & zones:
            continue
        for i in _proposals(parts, start, stop):
            out[i] = Part(_behind_marker(parts[i].line), "resolved")
    return tuple(out)


def _with_subquestions(parts: Sequence[Part]) -> Iterator[Part]:
    """«9.2. Итоги голосования: … Принятое решение: …»: a numbered count before its decision opens a question of its own."""
    for i, part in enumerate(parts):
        label = label_of(part.line.text) if part.zone == "voted" and part.opens else None
        if label and len(label.path) > 1 and _is_decided_next(parts, i):
            line, cut = part.line, part.line.span.start + label.stop
            number = Span(line.span.start, cut)
            yield Part(
                replace(line, span=number, text=line.text[: label.stop], label=label, marker=None),
                "question",
                True,
            )
            part = replace(
                part, line=replace(line, span=Span(cut, line.span.stop), text=line.text[label.stop :])
            )
        yield part


def _with_proposals(parts: Sequence[Part]) -> Iterator[Part]:
    """«По первому вопросу предложено избрать …», then a count and how it ended: what was proposed is a line of its own."""
    for i, part in enumerate(parts):
        decided = [p.zone for p in parts[i + 1 : i + 3]] == ["voted", "outcome"]
        found = _PROPOSING.search(part.line.text) if decided and part.zone in _TALK else None
        if found:
            line, cut = part.line, part.line.span.start + found.end()
            head = line.text[: found.start()]
            yield replace(
                part, line=replace(line, span=Span(line.span.start, line.span.start + len(head)), text=head)
            )
            proposal = replace(line, span=Span(cut, line.span.stop), text=line.text[found.end() :])
            part = Part(replace(proposal, label=None, marker=None), "proposed", True)
        yield part


def _is_decided_next(parts: Sequence[Part], i: int) -> bool:
    """Whether what was decided on the count of part `i` is told behind it, under no number of its own."""
    behind = next((p for p in parts[i + 1 :] if p.opens and p.zone not in ("voted", "text")), None)
    return behind is not None and behind.zone in ("resolved", "proposed") and not label_of(behind.line.text)


def _proposals(parts: Sequence[Part], start: int, stop: int) -> Iterator[int]:
    """The parts that word what was put to the vote; prose behind the count tells of the vote."""
    counted = False
    for i in range(start, stop):
        part = parts[i]
        if part.zone == "proposed" and (part.opens or part.line.label or not counted or part.line.is_task):
            yield i
        counted = part.zone in ("voted", "outcome") or (counted and not part.opens)


def _was_lost(parts: Sequence[Part], i: int) -> bool:
    """Whether the proposal of part `i` was put to the vote and lost: that is a decision too."""
    if "голосован" not in fold(parts[i].line.text):
        return False
    behind = next((p for p in parts[i + 1 : i + 3] if p.zone == "outcome"), None)
    return (
        behind is not None
        and re.search(r"не (?:принят|утвержд|прош)|отклонен", fold(behind.line.text)) is not None
    )


def questions(parts: Sequence[Part]) -> list[tuple[int, int]]:
    """The stretches of proceedings, one for each question: [start, stop) in `parts`."""
    starts, last = [], ""
    for i, part in enumerate(parts):
        numbered = label_of(part.line.text) if part.zone == "heard" and part.opens else None
        opens = part.zone == "question" or (
            part.zone in PROCEEDINGS
            and (last in ("", "resolved", "outcome") or _counts_on(parts, starts, numbered))
        )
        if part.opens and (
            opens or (part.zone == "resolved" and last == "resolved" and names_question(part.line))
        ):
            starts.append(i)
        if part.zone in ("resolved", "question", "outcome", *PROCEEDINGS):
            last = "" if part.zone == "question" and part.opens else part.zone
        if part.zone == "question":
            last = "question"
    return list(pairwise([*starts, len(parts)]))


def _counts_on(parts: Sequence[Part], starts: Sequence[int], label: Label | None) -> bool:
    """Whether «2. СЛУШАЛИ» follows «1. СЛУШАЛИ» on which nothing was decided."""
    before = label_of(parts[starts[-1]].line.text) if starts else None
    return label is not None and before is not None and label.ordinal == (before.ordinal or 0) + 1


def names_question(line: Line) -> str | None:
    """The word that counts the question, «По третьему вопросу решили:» → «третьему»."""
    found = _BY_QUESTION.search(fold(line.text[:_NEAR]))
    return (found[1] or found[2]) if found else None


def _behind_marker(line: Line) -> Line:
    """What stands behind the marker in its line, without the colon and the quotes around it."""
    if line.marker is None:
        return line
    head = line.text[: line.marker.span.stop - line.span.start]
    behind = line.text[len(head) :]
    inner = behind.strip(' \t:.,–-—«»"')
    start = line.span.start + len(head) + behind.find(inner)
    return replace(line, span=Span(start, start + len(inner)), text=inner, marker=None)
