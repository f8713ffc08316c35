"""The words around a time: whether it is a deadline, or tells when something was done, or belongs to a name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from resodoc.interpret.deadline_values import days_of
from resodoc.language import clauses, morph
from resodoc.language.quotes import quotations
from resodoc.match import Passage
from resodoc.model import Match, Span

_SENTENCE = re.compile(r"[;\n]|(?<=[^\W\d_]{3})[.!?](?=\s+[«\"]?[А-ЯЁ])|(?<=\d)\.(?=\s+[«\"]?[А-ЯЁ])")
_MARK = re.compile(r"[,;:.()\n]")
_CLAUSE = re.compile(r"[,(]")
_SLOT_MARK = re.compile(r"[\n;)]")
_SLOT_LENGTH = 200
_FAR = 60
"""Words looked back over at most: no sentence's governor stands farther."""
_OPENING = 3
"""Words that may open a sentence before a time that its infinitive takes: «С этой целью 5 мая в клубе провести»."""
_LIKELY = 0.1
"""The score from which on a word may be read as a participle: «прошедший» has nearly as many readings as forms."""


def places(passage: Passage, labels: Sequence[Match], ends: Sequence[Match], whole: bool) -> tuple[Span, ...]:
    """The places for a deadline in `passage`: what stands behind each label up to the next mark or one of `ends`, or,
    when `whole`, all that stands behind the last label."""
    if whole:
        return _trimmed(passage, max((m.span.stop for m in labels), default=passage.span.start), passage.span.stop)
    out: tuple[Span, ...] = ()
    for label in labels:
        start, limit = label.span.stop, min(passage.span.stop, label.span.stop + _SLOT_LENGTH)
        mark = _SLOT_MARK.search(passage.folded, start, limit)
        stops = [m.span.start for m in ends if m.span.start >= start]
        out += _trimmed(passage, start, min([mark.start() if mark else limit, *stops]))
    return out


def _trimmed(passage: Passage, start: int, stop: int) -> tuple[Span, ...]:
    """The stretch without blanks and marks at its ends; nothing when nothing is left."""
    words = passage.folded[start:stop]
    left = len(words) - len(words.lstrip(" .,:-"))
    right = len(words.rstrip(" .,:-"))
    return (Span(start + left, start + right),) if left < right else ()


@dataclass(frozen=True)
class Context:
    """A passage with its places for deadlines and the words in it that tell what a time behind them is about."""

    passage: Passage
    slots: tuple[Span, ...]
    words: tuple[Match, ...]

    def allows(self, m: Match) -> bool:
        """Whether the words around let the match of a rule stand."""
        value = m.rule.value
        if value["kind"] == "none":
            return True
        if any(m.span in quotation for quotation in self._quotations):
            return False
        only, unless = value.get("only"), value.get("unless", "").split()
        if self.labelled(m.span):
            return only in (None, "slot")
        if only == "slot" or (only and not self._governed(m.span, only)):
            return False
        return not any(self._holds(condition, m) for condition in unless)

    def labelled(self, span: Span) -> bool:
        """Whether `span` stands in a place for a deadline."""
        return any(span.overlaps(slot) for slot in self.slots)

    def _holds(self, condition: str, m: Match) -> bool:
        if condition == "told":
            return self._told(m.span)
        if condition == "stated":
            return self._stated(m.span)
        days, anchor = days_of(m, self.passage), self.passage.about.date
        if condition == "past":
            over = days is not None and anchor is not None and days.last < anchor
            return over and not self._governed(m.span, "task")
        if condition == "reported" and days and anchor and days.first > anchor:
            return False
        if condition == "attribute":
            behind = self._behind(m.span)
            return bool(behind) and _is_participle(behind[0])
        return self._governed(m.span, condition)

    def _governed(self, span: Span, by: str) -> bool:
        """Whether the nearest governor before the time in its sentence is `by`: `task` an infinitive, else the word
        of the rule of that name. An infinitive right behind the time takes it; with none before, any behind."""
        if self._takes_behind(span):
            return by == "task"
        for word in reversed(self._before(span)):
            value = self._names.get(word.start, {})
            if by in (value.get("name"), value.get("governs")):
                return True
            if _is_infinitive(word):
                return by == "task" and not value
        if len(self._before(span)) > _OPENING:
            return False
        verb = next(clauses.verbs(self._behind(span)), None)
        return by == "task" and verb is not None and verb.form == "infinitive"

    def _told(self, span: Span) -> bool:
        """Whether something was done then: a past verb in the time's clause, or a participle beside the time."""
        clause = self._clause(span)
        if clause and (_is_participle(clause[-1]) or (clause[0].start > self._from(span) and _is_participle(clause[0]))):
            return not self._takes_behind(span)
        verb = self._verb(span)
        return verb is not None and verb.form != "infinitive" and (verb.tense == "past" or verb.form == "participle")

    def _stated(self, span: Span) -> bool:
        """Whether a finite verb says what is or was so then: «в 2019 году субсидии предоставляются»."""
        verb = self._verb(span)
        return verb is not None and verb.form == "finite"

    def _takes_behind(self, span: Span) -> bool:
        """Whether an infinitive right behind the time takes it: «обязаны до 1 мая представить»."""
        behind = self._behind(span)
        return bool(behind) and _is_infinitive(behind[0])

    def _verb(self, span: Span) -> clauses.Verb | None:
        """The verb of the time's clause: right behind it, else the nearest before, else the first behind."""
        behind = self._behind(span)
        if self._takes_behind(span):
            return clauses.as_verb(behind[0])
        return next(clauses.verbs(self._clause(span)[::-1]), None) or next(clauses.verbs(behind), None)

    def _clause(self, span: Span) -> tuple[morph.Word, ...]:
        """The words of the sentence before the time and behind the last comma or bracket."""
        start = max((m.end() for m in _CLAUSE.finditer(self.passage.folded, self._from(span), span.start)), default=0)
        return tuple(word for word in self._before(span) if word.start >= start)

    def _before(self, span: Span) -> tuple[morph.Word, ...]:
        """The words of the sentence before `span`."""
        start, stop = self._index(self._from(span)), self._index(span.start)
        return self.passage.words[max(start, stop - _FAR) : stop]

    def _behind(self, span: Span) -> tuple[morph.Word, ...]:
        """The words between `span` and the next mark."""
        end = _MARK.search(self.passage.folded, span.stop, self.passage.span.stop)
        return self.passage.words[self._index(span.stop) : self._index(end.start() if end else self.passage.span.stop)]

    def _from(self, span: Span) -> int:
        """Where the sentence of `span` begins."""
        at = bisect_left(self._sentences, span.start)
        return self._sentences[at - 1] if at else self.passage.span.start

    def _index(self, offset: int) -> int:
        """The index of the first word that starts at `offset` or later."""
        return bisect_left(self._starts, offset)

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.passage.words]

    @cached_property
    def _names(self) -> dict[int, dict[str, str]]:
        return {m.span.start: m.rule.value for m in self.words}

    @cached_property
    def _sentences(self) -> list[int]:
        text, span = self.passage.source.text, self.passage.span
        return [m.end() for m in _SENTENCE.finditer(text, span.start, span.stop)]

    @cached_property
    def _quotations(self) -> tuple[Span, ...]:
        return quotations(self.passage.source.text, self.passage.span.start, self.passage.span.stop)


def _is_infinitive(word: morph.Word) -> bool:
    verb = clauses.as_verb(word)
    return verb is not None and verb.form == "infinitive"


def _is_participle(word: morph.Word) -> bool:
    return any(reading.pos == "PRTF" and reading.score > _LIKELY for reading in word.readings)
