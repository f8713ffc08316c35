"""Lines → parts of the document: a small machine that goes from marker to marker.

The parts: head, attendees, agenda, question, heard, spoke, proposed, resolved (what was decided), voted, outcome, slot, note
(a publisher's words), signature, approval, mailing, annex.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from resodoc.language import clauses
from resodoc.language.fold import fold
from resodoc.model import Found, Span
from resodoc.rulepack import RuleSet
from resodoc.segment.labels import label_of
from resodoc.segment.lines import Line
from resodoc.segment.signature import is_signature

PROCEEDINGS = ("heard", "spoke", "proposed")
_LEAVES_ZONE = ("voted", "outcome")  # a count of votes interrupts a part, it does not end it
_TAIL = ("approval", "mailing")
_MINUTES_ONLY = ("attendees", "agenda", "heard", "spoke", "proposed", "question")
_ACTS = ("decree", "order")
_PLACE_LINE = re.compile(r"(?:г\.|город|с\.|пос\.)\s?[А-ЯЁ][\w-]+(?:,?\s+«?\d[^.]{0,40}(?:г\.|года)?)?")
_IS_DISCUSSED = re.compile(r"слуша|выступи|доложи|докладыва|сообщи")
_NOTE_LINES, _NEAR, _QUOTE_LINES = 12, 60, 400
_QUOTES = ("«", '"', "“", "„")
_CLOSES = re.compile(r"[»\"”][\s.;,]*$")
_BY_QUESTION = re.compile(r"по\s+(?:вопросу\s+№?\s*)?(\w+)\s+(?:вопросу|повестки)|по\s+вопросу\s+№?\s*(\d+)")
_QUESTION_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Part:
    """A line and the part of the document that it belongs to; `opens`: its marker opens that part."""

    line: Line
    zone: str
    opens: bool = False

    @property
    def marker(self) -> Found[str] | None:
        return self.line.marker if self.opens else None


def document_kind(lines: Sequence[Line], rules: RuleSet) -> str | None:
    """The kind that the head of the document names («ПОСТАНОВЛЕНИЕ» → decree), before anything is decided."""
    for line in lines:
        if line.marker and line.marker.value == "title":
            return _value(line.marker, rules, "kind")
        if line.marker and line.marker.value == "resolved":
            return None
    return None


def _value(marker: Found[str], rules: RuleSet, key: str) -> str | None:
    rule = rules.get(marker.rule)
    return rule.value.get(key) if rule else None


class _Machine:
    """Walks the lines once. `implicit`: no marker says where the operative part begins, so the first task does.
    `deciding` are the verbs that decide: prose told with other verbs is none of what was resolved."""

    def __init__(self, lines: Sequence[Line], kind: str | None, implicit: bool, deciding: frozenset[str]) -> None:
        self.lines, self.kind, self.implicit, self.deciding = lines, kind, implicit, deciding
        self.zone, self.decided, self.titled, self.in_list = "head", False, False, False
        self.note_until = self.quote_until = -1

    def run(self) -> list[Part]:
        return _with_first_item([self._step(i, line) for i, line in enumerate(self.lines)])

    def _step(self, i: int, line: Line) -> Part:
        marker = line.marker.value if line.marker else None
        if self.zone == "resolved" and i > self.quote_until and i and self.lines[i - 1].ends_open:
            self.quote_until = quote_end(self.lines, i)
        if i <= self.quote_until:
            return Part(line, "quote")
        if marker in ("annex", "annex-approved") and self.decided and not self._goes_on(i):
            self.zone = "annex"
            return Part(line, "annex", opens=True)
        if self.zone == "annex" or i <= self.note_until:
            return Part(line, "annex" if self.zone == "annex" else "note")
        if marker == "publisher":
            self._skip_note(i, line)
            return Part(line, "note", opens=True)
        if self.zone in ("signature", *_TAIL):
            self.zone = marker if marker in _TAIL else self.zone
            return Part(line, self.zone, opens=marker in _TAIL)
        return self._body(i, line, marker)

    def _body(self, i: int, line: Line, marker: str | None) -> Part:
        ends = is_signature(self.lines, i) or marker in _TAIL or _PLACE_LINE.fullmatch(line.text) is not None
        if self.decided and ends and not self._goes_on(i):
            self.zone = marker if marker in _TAIL else "signature"
            return Part(line, self.zone, opens=True)
        if marker == "title" and not self.decided and not self.titled:
            self.zone, self.titled = "head", True
            return Part(line, "title", opens=True)
        if marker in _LEAVES_ZONE and (self.zone != "head" or self.decided):
            return Part(line, marker, opens=True)
        if marker == "text":
            return Part(line, "text", opens=True)
        if self.zone == "resolved" and not line.label and not marker and self._narrates(line):
            return Part(line, "text")
        if marker == "slot" and self.decided:
            return Part(line, "slot", opens=True)
        if marker == "resolved":
            self.zone, self.decided, self.in_list = "resolved", True, False
            return Part(line, "resolved", opens=True)
        if marker in _MINUTES_ONLY and self._may_open(line, marker):
            self.zone = marker
            return Part(line, marker, opens=True)
        if line.marker and self.zone == "resolved":
            line = replace(line, label=label_of(line.text))
        if self._asks(i, line):
            self.zone = "question"
            return Part(line, "question", opens=True)
        if self.zone == "agenda" and not line.label and _tells(line):
            self.zone = "text"
        if self.implicit and not self.decided and self._begins_list(i, line):
            self.zone, self.decided = "resolved", True
        self.in_list = self.zone == "resolved" and (self.in_list or line.label is not None)
        return Part(line, self.zone)

    def _may_open(self, line: Line, marker: str) -> bool:
        """Parts of minutes are no parts of an act; inside what was resolved only a plain marker opens a new part."""
        if self.kind in _ACTS:
            return False
        if self.zone != "resolved":
            return True
        if marker == "question" and label_of(line.text) and not _IS_DISCUSSED.search(fold(line.text)):
            return False  # «2. По второму вопросу: утвердить смету» is an item among what was resolved
        head = line.text[: len(line.marker.span) if line.marker else 0].strip()
        plain = head.isupper() or head.endswith(":") or marker == "question" or label_of(head + " ") is not None
        return marker not in ("attendees", "agenda") and plain

    def _asks(self, i: int, line: Line) -> bool:
        """A labelled line that is no task and soon followed by a marker of proceedings is the next question of the agenda."""
        if not line.label or line.label.is_bullet or self.kind in _ACTS or self.implicit or line.is_task:
            return False
        if self.zone == "agenda" and i and _counts_on(self.lines[i - 1], line):
            return False  # the last entry of the agenda's list
        for following in self.lines[i + 1 : i + 1 + _QUESTION_AHEAD]:
            value = following.marker.value if following.marker else None
            if value in ("resolved", *PROCEEDINGS):
                return True
            if following.label or value not in (None, "text", *_LEAVES_ZONE):
                return False
        return False

    def _narrates(self, line: Line) -> bool:
        """A paragraph that tells what somebody said or did, among what was resolved: its first verb is past and decides nothing."""
        words = line.words
        first = next(clauses.main_verbs(line.text, words), None)
        if first is None or first.tense != "past" or first.form != "finite" or line.ends_open:
            return False
        if first.lemma in self.deciding and not self.in_list:
            return False
        return first.word.start != words[0].start and line.text[:1].isupper()

    def _begins_list(self, i: int, line: Line) -> bool:
        if not line.label or line.label.is_bullet or self.zone == "agenda":
            return False
        if line.is_question:
            return heads_list(self.lines, i)
        following = self.lines[i + 1].label if i + 1 < len(self.lines) else None
        governs = following is not None and following.path[: len(line.label.path)] == line.label.path
        return self.zone != "attendees" or governs or line.is_task

    def _goes_on(self, i: int) -> bool:
        """Whether numbered tasks follow the line before any annex: then it is no signature and no annex."""
        for following in self.lines[i + 1 : i + 16]:
            value = following.marker.value if following.marker else None
            if value in ("annex", "annex-approved"):
                return False
            if value == "resolved" or (following.label and not following.label.is_bullet and following.is_task and self.zone != "annex"):
                return value == "resolved" or self.lines[i].label is not None or _continues(self.lines, i, following)
        return False

    def _skip_note(self, i: int, line: Line) -> None:
        """A note runs on to the bracket that closes it; without one, over the short lines set like it, to a number."""
        depth, j = line.text.count("(") - line.text.count(")"), i
        while depth > 0 and j + 1 < min(len(self.lines), i + _NOTE_LINES):
            j += 1
            depth += self.lines[j].text.count("(") - self.lines[j].text.count(")")
        while depth <= 0 and _note_goes_on(line, self.lines, j):
            j += 1
        self.note_until = j


def quote_end(lines: Sequence[Line], i: int) -> int:
    """The last line of the wording that line `i` begins to quote from another act; `i - 1` when it quotes none."""
    opening = lines[i].text[:1]
    if opening not in _QUOTES:
        return i - 1
    depth = 0
    for j in range(i, min(len(lines), i + _QUOTE_LINES)):
        text = lines[j].text
        depth += text.count("«") - text.count("»")
        closed = _CLOSES.search(text) is not None
        if closed and (depth <= 0 if opening == "«" else True):
            return j
    return i - 1


def _with_first_item(parts: list[Part]) -> list[Part]:
    """Where the list begins with «2.», the task before it is its first item, which lost its number."""
    first = next((i for i, p in enumerate(parts) if p.zone == "resolved"), 0)
    label = parts[first].line.label if parts else None
    if first and label and label.ordinal == 2 and parts[first - 1].line.is_task:
        parts[first - 1] = replace(parts[first - 1], zone="resolved")
    return parts


def _counts_on(before: Line, line: Line) -> bool:
    """Whether `line` is the next entry of the list that `before` belongs to."""
    if not before.label or not line.label or before.label.style != line.label.style:
        return False
    return line.label.ordinal == (before.label.ordinal or 0) + 1


def _note_goes_on(note: Line, lines: Sequence[Line], j: int) -> bool:
    """«Утратил силу – Постановление / Правительства области / от 05.12.2014 № 385»: lines set alike, up to the number."""
    if note.align not in ("right", "center") or j + 1 >= len(lines) or any(sign in lines[j].text for sign in ("№", " N ")):
        return False
    following = lines[j + 1]
    return following.align == note.align and not following.label and not following.marker and len(following.text) < 80


def _tells(line: Line) -> bool:
    """Prose that tells what was done: a sentence with a finite verb in the past."""
    return len(line.text) > 100 and any(v.tense == "past" for v in clauses.main_verbs(line.text, line.words))


def _continues(lines: Sequence[Line], i: int, following: Line) -> bool:
    """Whether `following` counts on from the last label before line `i`."""
    before = next((line for line in reversed(lines[:i]) if line.label and line.label.path), None)
    return before is not None and _counts_on(before, following)


def parts_of(lines: Sequence[Line], rules: RuleSet) -> tuple[Part, ...]:
    """Every line with its part of the document."""
    kind = document_kind(lines, rules)
    deciding = frozenset(verb for rule in rules.of("acts") for verb in rule.verbs)
    parts = _Machine(lines, kind, False, deciding).run()
    if not any(p.zone == "resolved" for p in parts) and (kind or _looks_like_list(lines)):
        parts = _Machine(lines, kind, True, deciding).run()
    return _promote(parts)


def heads_list(lines: Sequence[Line], i: int) -> bool:
    """Whether the labelled line `i` is the heading of a list of another style that begins soon behind it."""
    label = lines[i].label
    following = next((line.label for line in lines[i + 1 : i + 1 + _QUESTION_AHEAD] if line.label), None)
    if label is None or following is None or following.is_bullet:
        return False
    return following.style != label.style and following.ordinal == 1


def _looks_like_list(lines: Sequence[Line]) -> bool:
    """No kind is named, but most labelled lines are tasks: a list of them."""
    labelled = [line for line in lines if line.label and line.label.path]
    return len(labelled) >= 3 and sum(line.is_task for line in labelled) * 3 > len(labelled) * 2


def _promote(parts: list[Part]) -> tuple[Part, ...]:
    """Where a proposal was put to the vote and no РЕШИЛИ follows, the proposal's words are what was decided (or lost)."""
    out = list(parts)
    for start, stop in questions(parts):
        for i in range(start, stop):
            if parts[i].zone == "proposed" and parts[i].opens and _was_lost(parts, i):
                out[i] = Part(_behind_marker(parts[i].line), "resolved")
        zones = {p.zone for p in parts[start:stop] if not (p.zone == "resolved" and p.opens)}
        if "resolved" in zones or not {"voted", "outcome"} & zones:
            continue
        for i in range(start, stop):
            if parts[i].zone == "proposed":
                out[i] = Part(_behind_marker(parts[i].line), "resolved")
    return tuple(out)


def _was_lost(parts: Sequence[Part], i: int) -> bool:
    """Whether the proposal of part `i` was put to the vote and lost: that is a decision too."""
    if "голосован" not in fold(parts[i].line.text):
        return False
    behind = next((p for p in parts[i + 1 : i + 3] if p.zone == "outcome"), None)
    return behind is not None and re.search(r"не (?:принят|утвержд|прош)|отклонен", fold(behind.line.text)) is not None


def questions(parts: Sequence[Part]) -> list[tuple[int, int]]:
    """The stretches of proceedings, one for each question: [start, stop) in `parts`."""
    starts, last = [], ""
    for i, part in enumerate(parts):
        opens = part.zone == "question" or (part.zone in PROCEEDINGS and last in ("", "resolved", "outcome"))
        if part.opens and (opens or (part.zone == "resolved" and last == "resolved" and names_question(part.line))):
            starts.append(i)
        if part.zone in ("resolved", "question", "outcome", *PROCEEDINGS):
            last = "" if part.zone == "question" and part.opens else part.zone
        if part.zone == "question":
            last = "question"
    return list(pairwise([*starts, len(parts)]))


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
    inner = behind.strip(" \t:.,–-—«»\"")
    start = line.span.start + len(head) + behind.find(inner)
    return replace(line, span=Span(start, start + len(inner)), text=inner, marker=None)
