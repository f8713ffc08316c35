"""What the cells of a column show of it, where no rule knows its heading: rows' numbers, tasks, when, or who."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from resodoc.language import clauses, morph
from resodoc.match import Passage, match
from resodoc.rulepack import RuleSet
from resodoc.segment.labels import bare_number, label_of
from resodoc.segment.signature import NAME

_LEAST_ROWS = 3
_MOST = (2, 3)  # two cells in three tell what the column holds
_HALF = 2  # a time covers half of its cell
_UNTIMED = (
    "event",
    "none",
    "word",
    "slot",
    "slot-end",
)  # kinds of deadline rules that name no time by themselves


def kind_of(cells: Sequence[Passage], rules: RuleSet) -> str | None:
    """number | task | deadline | owner for a column of `cells` (its heading left out); `None` when they show none of it."""
    filled = [cell for cell in cells if any(c.isalnum() for c in cell.text)]
    if len(filled) < _LEAST_ROWS:
        return None
    shows: dict[str, Callable[[Passage], bool]] = {
        "number": lambda cell: is_number(cell.text),
        "deadline": lambda cell: _is_time(cell, rules),
        "task": _is_task,
        "owner": lambda cell: _is_somebody(cell, rules),
    }
    share, whole = _MOST
    return next(
        (k for k, is_one in shows.items() if sum(map(is_one, filled)) * whole >= len(filled) * share), None
    )


def is_number(text: str) -> bool:
    """Whether a cell holds nothing but the number of its row: «3», «2.1.», «4)»."""
    text = text.strip()
    label = label_of(f"{text} ")
    return bare_number(text) is not None or (label is not None and not text[label.stop :].strip())


def _is_time(cell: Passage, rules: RuleSet) -> bool:
    if cell.text.strip().isdigit():
        return False  # «1986» may be the year that a house was built in
    times = [rule for rule in rules.of("deadlines") if rule.value["kind"] not in _UNTIMED]
    covered = sum(len(m.span) for m in match(times, cell))
    return covered * _HALF >= len(cell.text.strip())


def _is_task(cell: Passage) -> bool:
    return clauses.is_task(cell.source.text, cell.words) or clauses.is_noun_task(cell.words)


def _is_somebody(cell: Passage, rules: RuleSet) -> bool:
    """A person, or the name of a post or a body that no other word governs («Отдел кадров», «Бухгалтерии»)."""
    if NAME.search(cell.text):
        return True
    if next(clauses.verbs(cell.words), None):
        return False
    head = next((word for word in cell.words if word.readings[0].pos == "NOUN" or _is_acronym(word)), None)
    if head is None or _is_acronym(head):
        return head is not None
    return any(
        r.case in ("nomn", "datv") and (r.lemma in _actors(rules) or r.grammemes & {"anim", "Surn"})
        for r in head.readings
    )


def _is_acronym(word: morph.Word) -> bool:
    return word.text.isupper() and len(word.text) > 1


@lru_cache(maxsize=4)
def _actors(rules: RuleSet) -> frozenset[str]:
    """The nouns that name who can act."""
    return frozenset(v for rule in rules.of("owners") if rule.value["frame"] == "actor" for v in rule.verbs)
