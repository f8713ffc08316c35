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
from resodoc.match import Passage, overlapping
from resodoc.model import Match, Span

_SENTENCE = re.compile(r"[;\n]|(?<=[^\W\d_]{3})[.!?](?=\s+[«\"]?[А-ЯЁ])|(?<=\d)\.(?=\s+[«\"]?[А-ЯЁ])")
_MARK = re.compile(r"[,;:.()\n]")
_CLAUSE = re.compile(r"[,(]")
_SLOT_MARK = re.compile(r"[\n;)]")
_SLOT_LENGTH = 200
_REACH = 600
"""Characters looked at on either side of a time at most: no governor stands farther."""
_OPENING = 3
"""Words that may open a sentence before a time that its infinitive takes: «С этой целью 5 мая в клубе провести»."""
_LIKELY = 0.1
"""The score from which on a word may be read as a participle: «прошедший» has nearly as many readings as forms."""

Names = dict[int, dict[str, str]]
"""Where a word of a rule of kind `word` starts → the rule's values."""


def places(passage: Passage, labels: Sequence[Match], ends: Sequence[Match], whole: bool) -> tuple[Span, ...]:
    """The places for a deadline in `passage`: what stands behind each label up to the next mark or label, or, when
    `whole`, all that stands behind the last label."""
    if whole:
        return _trimmed(
            passage, max((m.span.stop for m in labels), default=passage.span.start), passage.span.stop
        )
    stops = sorted(m.span.start for m in (*labels, *ends))
    out: list[Span] = []
    for label in labels:
        start, limit = label.span.stop, min(passage.span.stop, label.span.stop + _SLOT_LENGTH)
        mark = _SLOT_MARK.search(passage.folded, start, limit)
        following = stops[bisect_left(stops, start) :][:1]
        out += _trimmed(passage, start, min([mark.start() if mark else limit, *following]))
    return tuple(out)


def _trimmed(passage: Passage, start: int, stop: int) -> tuple[Span, ...]:
    """The stretch without blanks and marks at its ends; nothing when nothing is left."""
    words = passage.folded[start:stop]
    left = len(words) - len(words.lstrip(" .,:-"))
    right = len(words.rstrip(" .,:-"))
    return (Span(start + left, start + right),) if left < right else ()


@dataclass(frozen=True, slots=True)
class _Around:
    """The words `before` a time in its sentence, those of them in its own `clause` (`inner`: a comma or bracket opens
    it), and those `behind` it up to the next mark."""

    before: tuple[morph.Word, ...]
    clause: tuple[morph.Word, ...]
    inner: bool
    behind: tuple[morph.Word, ...]


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
        if any(m.span in quotation for quotation in self._quotations[overlapping(self._quotations, m.span)]):
            return False
        only, unless = value.get("only"), value.get("unless", "").split()
        if self.labelled(m.span):
            return only in (None, "slot")
        if only == "slot" or not (only or unless):
            return only is None
        around = self._around(m.span)
        if only and not _governed(around, only, self._names):
            return False
        return not any(self._holds(condition, m, around) for condition in unless)

    def labelled(self, span: Span) -> bool:
        """Whether `span` stands in a place for a deadline."""
        return bool(self.slots[overlapping(self.slots, span)])

    def _holds(self, condition: str, m: Match, around: _Around) -> bool:
        if condition == "told":
            return _told(around)
        if condition == "stated":
            return _stated(around, self._names)
        if condition == "norm":
            forced = any(self._names.get(word.start, {}).get("name") == "force" for word in around.clause)
            return "event" in m.groups and not forced and _stated(around, self._names)
        if condition == "attribute":
            return bool(around.behind) and _is_participle(around.behind[0])
        days, anchor = days_of(m, self.passage), self.passage.about.date
        if condition == "past":
            over = days is not None and anchor is not None and days.last < anchor
            return over and not _governed(around, "task", self._names)
        if condition == "reported" and days and anchor and days.first > anchor:
            return False  # nobody reports on what is to come
        return _governed(around, condition, self._names)

    def _around(self, span: Span) -> _Around:
        folded, text, here = self.passage.folded, self.passage.source.text, self.passage.span
        start, stop = max(here.start, span.start - _REACH), min(here.stop, span.stop + _REACH)
        start = max((m.end() for m in _SENTENCE.finditer(text, start, span.start)), default=start)
        clause = max((m.end() for m in _CLAUSE.finditer(folded, start, span.start)), default=start)
        mark = _MARK.search(folded, span.stop, stop)
        return _Around(
            before=self._words(start, span.start),
            clause=self._words(clause, span.start),
            inner=clause > start,
            behind=self._words(span.stop, mark.start() if mark else stop),
        )

    def _words(self, start: int, stop: int) -> tuple[morph.Word, ...]:
        return self.passage.words[bisect_left(self._starts, start) : bisect_left(self._starts, stop)]

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.passage.words]

    @cached_property
    def _names(self) -> Names:
        return {m.span.start: m.rule.value for m in self.words}

    @cached_property
    def _quotations(self) -> tuple[Span, ...]:
        return quotations(self.passage.source.text, self.passage.span.start, self.passage.span.stop)


def _governed(around: _Around, by: str, names: Names) -> bool:
    """Whether the nearest governor before a time in its sentence is `by`: `task` an infinitive, else the word of the
    rule of that name. An infinitive right behind the time takes it; with hardly a word before, any behind does."""
    if _takes(around):
        value = names.get(around.behind[0].start, {})
        return by in (value.get("name", "task"), value.get("governs"))
    for word in reversed(around.before):
        value = names.get(word.start, {})
        if by in (value.get("name"), value.get("governs")):
            return True
        if _is_infinitive(word):
            return by == "task" and not value
    verb = next(clauses.verbs(around.behind), None) if len(around.before) <= _OPENING else None
    return by == "task" and verb is not None and verb.form == "infinitive"


def _told(around: _Around) -> bool:
    """Whether something was done then: a past verb in the time's clause, or a participle beside the time."""
    clause = around.clause
    if clause and (_is_participle(clause[-1]) or (around.inner and _is_participle(clause[0]))):
        return not _takes(around)
    verb = _verb(around)
    return (
        verb is not None and verb.form != "infinitive" and (verb.tense == "past" or verb.form == "participle")
    )


def _stated(around: _Around, names: Names) -> bool:
    """Whether the time belongs to what is or was so: «в 2019 году субсидии предоставляются», «что в 2019 году:»."""
    verb = _verb(around)
    if verb is None:
        return bool(around.clause) and names.get(around.clause[0].start, {}).get("name") == "that"
    return verb.form == "finite"


def _takes(around: _Around) -> bool:
    """Whether an infinitive right behind the time takes it: «обязаны до 1 мая представить»."""
    return bool(around.behind) and _is_infinitive(around.behind[0])


def _verb(around: _Around) -> clauses.Verb | None:
    """The verb of the time's clause: right behind it, else the nearest before, else the first behind."""
    if _takes(around):
        return clauses.as_verb(around.behind[0])
    return next(clauses.verbs(around.clause[::-1]), None) or next(clauses.verbs(around.behind), None)


def _is_infinitive(word: morph.Word) -> bool:
    verb = clauses.as_verb(word)
    return verb is not None and verb.form == "infinitive"


def _is_participle(word: morph.Word) -> bool:
    return any(reading.pos == "PRTF" and reading.score > _LIKELY for reading in word.readings)
