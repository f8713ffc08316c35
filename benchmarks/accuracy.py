"""How right the program is, field by field, on answered documents, and whether its confidences hold.

    python benchmarks/accuracy.py [--set NAME ANSWERS DOCUMENTS]... [--pullenti PYTHON] [--write]

`--set` adds a set of your own to those of the project. `--pullenti` is a Python that has PullEnti installed: what its
structure parser numbers in the same texts is measured as `items`. `--write` puts the tables into `docs/accuracy.md`.
Only totals are printed: to see what is wrong in documents that may be looked at, use `resodoc score --misses`.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from judged import HELDOUT, KINDS, ROOT, SAMPLES, TUNED, Set, answered, judged
from reliability import BINS, Bin, bins, calibration_error

from resodoc.corpus.score import FIGURES, Answer, Output, score
from resodoc.corpus.scorecard import Row, Scored, mean, pooled
from resodoc.model import Source
from resodoc.pipeline import extract
from resodoc.wire import to_dict

DOCUMENT = ROOT / "docs" / "accuracy.md"
_WRITTEN = re.compile(r"(?<=<!-- figures -->\n).*(?=<!-- end of figures -->)", re.DOTALL)
_STRUCTURE = ("items", "extents")

Answered = list[tuple[Answer, Output]]
Estimates = dict[str, list[tuple[float, bool]]]


def work(source: Source) -> Output:
    return to_dict(extract(source)) | {"composed": source.text}


def by_pullenti(python: str, of: Answered) -> Answered:
    """The same documents' numbered items as PullEnti parses them from the same texts."""
    texts = [output.get("composed", "") for _, output in of]
    script = Path(__file__).with_name("pullenti_items.py")
    done = subprocess.run(
        [python, script], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    return [
        (answer, {"decisions": items}) for (answer, _), items in zip(of, json.loads(done.stdout), strict=True)
    ]


def scored(of: Answered) -> list[Scored]:
    return [Scored(answer["source"], tuple(score(answer, output)), not output) for answer, output in of]


def estimated(of: Answered) -> Estimates:
    """What was found in the documents, by kind: its confidence, and whether it is right."""
    out: Estimates = {kind: [] for kind in KINDS}
    for answer, output in of:
        for kind, found, right in judged(answer, output):
            out[kind].append((found["confidence"], right))
    return out


def figure_rows(name: str, documents: Sequence[Scored], only: Sequence[str] = FIGURES) -> Iterator[str]:
    """Two lines of the table of figures: over all decisions of a set, and each document weighed alike."""
    rows = [pooled([document]) for document in documents]
    alike = {figure: mean(row[figure] for row in rows) for figure in FIGURES}
    yield _line(f"{name}, {len(documents)} documents", pooled(documents), only)
    yield _line(f"{name}, mean of documents", alike, only)


def _line(name: str, row: Row, only: Sequence[str]) -> str:
    cells = [_number(row[figure]) if figure in only else "" for figure in FIGURES]
    average = _number(mean(row.values())) if len(only) == len(FIGURES) else ""
    return _row(name, *cells, average)


def reliability_rows(estimates: Estimates) -> Iterator[str]:
    """A line a bin: of each kind how many estimates it holds, their mean, and the share that was right."""
    by_low = {kind: {b.low: b for b in bins(estimates[kind])} for kind in KINDS}
    for low in (i / BINS for i in range(BINS)):
        held = [by_low[kind].get(low) for kind in KINDS]
        if any(held):
            cells = [cell for b in held for cell in _cells(b)]
            yield _row(f"{low:.1f}–{low + 1 / BINS:.1f}", *cells)


def _cells(b: Bin | None) -> tuple[str, str, str]:
    return (str(b.count), _number(b.confidence), _number(b.right)) if b else ("", "", "")


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _head(*cells: str) -> list[str]:
    return [_row(*cells), _row("---", *["---:"] * (len(cells) - 1))]


def tables(sets: Sequence[Set], pullenti: str | None) -> Iterator[str]:
    """The lines of all tables."""
    rows: list[str] = []
    errors: list[str] = []
    pool: Estimates = {kind: [] for kind in KINDS}
    for of in sets:
        documents = answered(of, work)
        rows += figure_rows(of.name, scored(documents))
        if pullenti:
            rows += figure_rows(
                f"PullEnti 4.1 on {of.name}", scored(by_pullenti(pullenti, documents)), _STRUCTURE
            )
        own = estimated(documents)
        errors.append(_row(of.name, *(_number(calibration_error(own[kind])) for kind in KINDS)))
        for kind in KINDS:
            pool[kind] += own[kind]
    yield from _head("set", *FIGURES, "mean")
    yield from rows
    yield ""
    yield from _head("confidence", *(cell for kind in KINDS for cell in (kind, "mean", "right")))
    yield from reliability_rows(pool)
    yield ""
    yield from _head("calibration error", *KINDS)
    yield from errors
    yield _row("all", *(_number(calibration_error(pool[kind])) for kind in KINDS))


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument(
        "--set", nargs=3, action="append", default=[], metavar=("NAME", "ANSWERS", "DOCUMENTS")
    )
    arguments.add_argument("--pullenti", metavar="PYTHON")
    arguments.add_argument("--write", action="store_true")
    chosen = arguments.parse_args()

    more = [Set(name, Path(answers), Path(documents)) for name, answers, documents in chosen.set]
    text = "".join(f"{line}\n" for line in tables([SAMPLES, TUNED, HELDOUT, *more], chosen.pullenti))
    sys.stdout.write(text)
    if chosen.write:
        DOCUMENT.write_text(_WRITTEN.sub(lambda _: text, DOCUMENT.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
