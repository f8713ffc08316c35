"""Lines → parts of the document: a small machine that goes from marker to marker.

The parts: head, attendees, agenda, question, heard, spoke, proposed, resolved (what was decided), voted, outcome, slot, note
(a publisher's words), signature, approval, mailing, annex.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from resodoc.language import clauses
from resodoc.language.fold import fold
from resodoc.model import Found
from resodoc.rulepack import RuleSet
from resodoc.segment.ahead import (
    LIST_AHEAD,
    announces_speaker,
    continues,
    decided_below,
    heads_list,
    heads_tasks,
    is_next_item,
    note_end,
    quote_end,
    tasks_follow,
    tells,
)
from resodoc.segment.labels import label_of
from resodoc.segment.lines import Line
from resodoc.segment.motions import with_motions
from resodoc.segment.proceedings import PROCEEDINGS, Part, promote
from resodoc.segment.signature import NAME, is_signature

_LEAVES_ZONE = ("voted", "outcome")  # a count of votes interrupts a part, it does not end it
_TAIL = ("approval", "mailing")
_MINUTES_ONLY = ("attendees", "agenda", "heard", "spoke", "proposed", "question")
_ACTS = ("decree", "order")
_PLACE_LINE = re.compile(r"(?:г\.|город|с\.|пос\.)\s?[А-ЯЁ][\w-]+(?:,?\s+«?\d[^.]{0,40}(?:г\.|года)?)?")
_NAMED_FIRST = 60
_ONLY_FIGURES = re.compile(
    r"[\d\s.,%/()–-]*\d[\d\s.,%/()–-]*"
)  # the row of numbers under «За Против Воздержались»
_TALLY = re.compile(rf"(?:\d{{1,2}}[.)]\s*)?{NAME.pattern}\s*[-–—:]\s*\d[\d\s]*(?:голос\w*)?[.;,]?")
_IS_DISCUSSED = re.compile(r"слуша|выступи|доложи|докладыва|сообщи")


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
    `deciding` are the verbs that decide: prose told with other verbs is none of what was resolved. `asking` are the rules
    of leads that also stand as an item among others («6. Съезд просит Правительство:»)."""

    def __init__(
        self,
        lines: Sequence[Line],
        kind: str | None,
        implicit: bool,
        deciding: frozenset[str],
        asking: frozenset[str],
    ) -> None:
        self.lines, self.kind, self.implicit = lines, kind, implicit
        self.deciding, self.asking = deciding, asking
        self.zone, self.decided, self.titled, self.in_list = "head", False, False, False
        self.counting = False
        self.note_until = self.quote_until = -1

    def run(self) -> list[Part]:
        parts = []
        for i, line in enumerate(self.lines):
            parts.append(self._step(i, line))
            self.counting = parts[-1].zone == "voted"
        return _with_first_item(parts)

    def _step(self, i: int, line: Line) -> Part:
        marker = line.marker.value if line.marker else None
        if self.zone == "resolved" and i > self.quote_until and i and self.lines[i - 1].ends_open:
            self.quote_until = quote_end(self.lines, i)
        if i <= self.quote_until:
            return Part(line, "quote")
        if (
            marker in ("annex", "annex-approved")
            and self.decided
            and not tasks_follow(self.lines, i, self.zone == "annex")
        ):
            self.zone = "annex"
            return Part(line, "annex", opens=True)
        if self.zone == "annex" or i <= self.note_until:
            return Part(line, "annex" if self.zone == "annex" else "note")
        if marker == "publisher":
            self.note_until = note_end(self.lines, i)
            return Part(line, "note", opens=True)
        if self.zone in ("signature", *_TAIL):
            self.zone = marker if marker in _TAIL else self.zone
            return Part(line, self.zone, opens=marker in _TAIL)
        return self._body(i, line, marker)

    def _body(self, i: int, line: Line, marker: str | None) -> Part:
        ends = is_signature(self.lines, i) or marker in _TAIL or _PLACE_LINE.fullmatch(line.text) is not None
        if self.decided and ends and not tasks_follow(self.lines, i, self.zone == "annex"):
            self.zone = marker if marker in _TAIL else "signature"
            return Part(line, self.zone, opens=True)
        if self._counts_votes(line):
            return Part(line, "voted")
        if marker == "title" and not self.decided and not self.titled:
            self.zone, self.titled = "head", True
            return Part(line, "title", opens=True)
        if marker in _LEAVES_ZONE and (self.zone != "head" or self.decided):
            return Part(line, marker, opens=True)
        if marker == "pending" and self.zone == "resolved":
            self.zone = "text"
        if marker in ("text", "pending"):
            return Part(line, "text", opens=True)
        if self.zone == "resolved" and not line.label and not marker and self._narrates(line):
            return Part(line, "text")
        if marker == "slot" and self.decided:
            return Part(line, "slot", opens=True)
        asked = self.in_list and line.marker is not None and line.marker.rule in self.asking
        if marker == "resolved" and not (asked and is_next_item(self.lines, i)):
            self.zone, self.decided, self.in_list = "resolved", True, False
            return Part(line, "resolved", opens=True)
        if self.zone == "agenda" and announces_speaker(self.lines, i):
            return Part(line, "text")
        if marker in _MINUTES_ONLY and self._may_open(i, line, marker):
            self.zone = marker
            return Part(line, marker, opens=True)
        if line.marker and self.zone == "resolved":
            line = replace(line, label=label_of(line.text))
        if self._asks(i, line):
            self.zone = "question"
            return Part(line, "question", opens=True)
        if self.zone == "agenda" and not line.label and tells(line):
            self.zone = "text"
        undecided = not self.decided or self.zone == "question"
        if self.implicit and undecided and self._begins_list(i, line):
            self.zone, self.decided = "resolved", True
        self.in_list = self.zone == "resolved" and (self.in_list or line.label is not None)
        return Part(line, self.zone)

    def _counts_votes(self, line: Line) -> bool:
        """The figures below «За  Против  Воздержались», or whom how many voted for: «Орлов П.П. – 15»."""
        figures = self.zone in PROCEEDINGS and _ONLY_FIGURES.fullmatch(line.text)
        return bool(figures or (self.counting and _TALLY.fullmatch(line.text)))

    def _may_open(self, i: int, line: Line, marker: str) -> bool:
        """Parts of minutes are no parts of an act; inside what was resolved only a plain marker opens a new part."""
        if self.kind in _ACTS:
            return False
        if self.zone != "resolved":
            return True
        told = marker == "question" and not self.implicit and not _IS_DISCUSSED.search(fold(line.text))
        if told and decided_below(self.lines, i):
            return False  # «2. По второму вопросу: утвердить смету» stands among what was resolved
        head = line.text[: len(line.marker.span) if line.marker else 0].strip()
        plain = (
            head.isupper() or head.endswith(":") or marker == "question" or label_of(head + " ") is not None
        )
        return marker not in ("attendees", "agenda") and plain

    def _asks(self, i: int, line: Line) -> bool:
        """A labelled line that is no task and soon followed by a marker of proceedings is the next question of the agenda."""
        if not line.label or line.label.is_bullet or self.kind in _ACTS or self.implicit or line.is_task:
            return False
        if self.zone == "agenda" and continues(self.lines, i, line):
            return False  # the next entry of the agenda's list
        if self.zone == "attendees" and NAME.search(line.body_text[:_NAMED_FIRST]):
            return False  # «1. Лось А.А. – член правления»
        voted = False
        for j, following in enumerate(self.lines[i + 1 : i + 1 + LIST_AHEAD], i + 1):
            value = following.marker.value if following.marker else None
            voted = voted or (value in _LEAVES_ZONE and self.zone == "resolved")
            if voted and value in PROCEEDINGS:
                return False  # what was voted on before the next was heard was decided
            if value in ("resolved", *PROCEEDINGS):
                return not (self.zone == "agenda" and announces_speaker(self.lines, j))
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
        if not line.label or line.label.is_bullet or self.zone == "agenda" or (self.kind and not self.titled):
            return False
        if heads_tasks(self.lines, i):
            return True
        if line.is_question:
            return heads_list(self.lines, i)
        following = self.lines[i + 1].label if i + 1 < len(self.lines) else None
        governs = following is not None and following.path[: len(line.label.path)] == line.label.path
        return self.zone != "attendees" or governs or line.is_task


def _with_first_item(parts: list[Part]) -> list[Part]:
    """Where the list begins with «2.», the task before it is its first item, which lost its number."""
    first = next((i for i, p in enumerate(parts) if p.zone == "resolved"), 0)
    label = parts[first].line.label if parts else None
    if first and label and label.ordinal == 2 and parts[first - 1].line.is_task:
        parts[first - 1] = replace(parts[first - 1], zone="resolved")
    return parts


def parts_of(lines: Sequence[Line], rules: RuleSet) -> tuple[Part, ...]:
    """Every line with its part of the document."""
    kind = document_kind(lines, rules)
    deciding = frozenset(verb for rule in rules.of("acts") for verb in rule.verbs)
    asking = frozenset(rule.id for rule in rules.of("sections") if "act" in rule.value)
    parts = _Machine(lines, kind, False, deciding, asking).run()
    if not any(p.zone == "resolved" for p in parts) and (kind or _looks_like_list(lines)):
        parts = _Machine(lines, kind, True, deciding, asking).run()
    if not kind and not any(p.opens or p.zone == "resolved" for p in parts):
        parts = [replace(p, zone="resolved") if _orders(p.line, deciding) else p for p in parts]
    return promote(list(with_motions(parts)))


def _orders(line: Line, deciding: frozenset[str]) -> bool:
    """«Поручить Ивановой А.П. подготовить смету» in a note without any form: the infinitive of a decision opens it, or a label."""
    first = next(clauses.main_verbs(line.body_text, line.words), None)
    opens = first is not None and first.word == line.words[0] and first.lemma in deciding
    return line.is_task and (line.label is not None or opens)


def _looks_like_list(lines: Sequence[Line]) -> bool:
    """No kind is named, but most labelled lines are tasks: a list of them."""
    labelled = [line for line in lines if line.label and line.label.path]
    return len(labelled) >= 3 and sum(line.is_task for line in labelled) * 3 > len(labelled) * 2
