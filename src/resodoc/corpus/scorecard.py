"""The figures of `score` laid out: as a table for people, or as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from resodoc.corpus.gold import output_for
from resodoc.corpus.score import FIGURES, Answer, Mark, Output, figures, score

Row = dict[str, float | None]


@dataclass(frozen=True, slots=True)
class Scored:
    """A document, by the name its answer gives, with all its marks. `missing`: there was no output for it, which
    counts as everything missed."""

    name: str
    marks: tuple[Mark, ...]
    missing: bool = False


def compare(answers: Iterable[Answer], outputs: Sequence[Output]) -> list[Scored]:
    """Every answer against the output for its document."""
    pairs = [(answer, output_for(answer, outputs)) for answer in answers]
    return [Scored(answer["source"], tuple(score(answer, output)), not output) for answer, output in pairs]


def pooled(documents: Sequence[Scored]) -> Row:
    """The figures over the decisions of all documents together."""
    return figures(mark for document in documents for mark in document.marks)


def mean(values: Iterable[float | None]) -> float | None:
    """The mean of the figures that there are; `None` when there is none."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def as_data(documents: Sequence[Scored]) -> dict[str, Any]:
    total = pooled(documents)
    return {
        "figures": total,
        "mean": mean(total.values()),
        "documents": {document.name: figures(document.marks) for document in documents},
    }


def as_table(documents: Sequence[Scored], misses: bool = False) -> Iterator[str]:
    """A line a document, then all decisions pooled (ALL), each document weighed alike (MEAN OF DOCUMENTS), and the
    mean of the pooled figures; with `misses` everything that is wrong comes first, document by document."""
    if misses:
        for document in documents:
            yield f"== {document.name}"
            yield from (f"  {mark.miss}" for mark in document.marks if mark.miss)
    rows = [figures(document.marks) for document in documents]
    total = pooled(documents)
    yield f"{'document':34}" + "".join(f"{name:>10}" for name in FIGURES)
    for document, row in zip(documents, rows, strict=True):
        yield _line(document.name, row)
    yield _line("ALL", total)
    yield _line("MEAN OF DOCUMENTS", {name: mean(row[name] for row in rows) for name in FIGURES})
    yield f"mean {_cell(mean(total.values()))}"


def _line(name: str, row: Row) -> str:
    return f"{name[:33]:34}" + "".join(f"{_cell(value):>10}" for value in row.values())


def _cell(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
