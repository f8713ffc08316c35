"""Answered documents, and which of the decisions, owners and deadlines found in them are right."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from resodoc.corpus import gold
from resodoc.corpus.discover import discover
from resodoc.corpus.likeness import same_deadline, same_role, starts
from resodoc.corpus.run import each
from resodoc.corpus.score import Answer, Output, pair
from resodoc.model import Source
from resodoc.readers.options import ReadOptions

ROOT = Path(__file__).resolve().parents[1]
KINDS = ("decisions", "owners", "deadlines")


@dataclass(frozen=True, slots=True)
class Set:
    """A set of answered documents: where the answers are and where the documents."""

    name: str
    answers: Path
    documents: Path


SAMPLES = Set("samples", ROOT / "tests/corpus/samples-gold", ROOT / "samples")
TUNED = Set("tuned", ROOT / "tests/corpus/tuned/gold", ROOT / "tests/corpus/tuned/docs")
HELDOUT = Set("heldout", ROOT / "tests/corpus/heldout/gold", ROOT / "tests/corpus/heldout/docs")


def answered(of: Set, work: Callable[[Source], Output]) -> list[tuple[Answer, Output]]:
    """Each answer of the set with what `work` makes of its document, {} where there is none. A document that cannot be read
    ends the program: figures without it would be wrong."""
    documents, problems = discover([str(of.documents)])
    outcomes = list(each(documents, work, ReadOptions()))
    for problem in (*problems, *(outcome.error for outcome in outcomes)):
        if problem is not None:
            sys.exit(f"{of.name}: {problem}")
    outputs = [outcome.result for outcome in outcomes if outcome.result is not None]
    answers, _ = gold.load(of.answers)
    return [(answer, gold.output_for(answer, outputs)) for answer in answers]


def judged(answer: Answer, output: Output) -> Iterator[tuple[str, Output, bool]]:
    """What is found in a document, its kind, and whether it is right: a decision with the right id, an owner with the
    right name and role, a deadline with the right kind and days.

    Owners and deadlines are judged where the answer says what they are: in the decisions that it has and names them of.
    """
    found = output.get("decisions") or []
    wanted = {id(got): want for want, got in pair(answer.get("decisions", []), found)}
    for got in found:
        want = wanted.get(id(got))
        if want is None and starts(got["text"], answer.get("optional_begins", [])):
            continue
        yield "decisions", got, want is not None and want["id"] == got["id"]
        for kind, same in (("owners", same_role), ("deadlines", same_deadline)):
            if want is not None and kind in want:
                yield from ((kind, one, right) for one, right in _partnered(want[kind], got[kind], same))


def _partnered(
    want: Sequence[Any], got: Sequence[Any], same: Callable[[Any, Any], bool]
) -> Iterator[tuple[Any, bool]]:
    """Each of `got`, and whether one of `want` has it for a partner: each has one at most, the first that fits."""
    right: set[int] = set()
    for one in want:
        right |= {next((i for i, other in enumerate(got) if i not in right and same(one, other)), -1)}
    yield from ((other, i in right) for i, other in enumerate(got))
