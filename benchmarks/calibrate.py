"""Fit the weights of `resodoc/confidence.py` to answered documents, and write them there.

    python benchmarks/calibrate.py [--set NAME ANSWERS DOCUMENTS]...

Logistic regression by Newton's steps along one weight after the other, each held near what is expected of it by a ridge:
a doubt divides the odds by e until documents say otherwise, and never adds to them. The documents are those that the
rules were tuned on, where most of what was wrong has been put right: an error that is left stands for several in
documents that nobody has seen (`--error-weight`). The untouched half of the corpus takes no part in the fit; that number
and the ridge were chosen by the calibration error over all of it.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from judged import KINDS, SAMPLES, TUNED, Set, answered, judged

from resodoc import confidence
from resodoc.corpus.score import Output
from resodoc.model import Source
from resodoc.pipeline import understood
from resodoc.rulepack import bundled
from resodoc.wire import to_dict

_ROUNDS, _RIDGE = 50, 10.0
_DOUBTS = frozenset(("doubtful", "label-repeats", "no-verb", "norm", "undated", "unlabelled", "verb-by-form"))
_FITTED = re.compile(r"(?<=calibrate.py\n)WEIGHTS = .*?\n}\n", re.DOTALL)

Cases = Counter[tuple[confidence.Evidence, bool]]
"""How often there was such evidence for something found, and it was right, or wrong."""


def with_evidence(source: Source) -> Output:
    """The output for a document, the evidence in the places of the confidences."""
    resolution = understood(source, bundled())
    output = to_dict(resolution)
    for found, decision in zip(output["decisions"], resolution.decisions, strict=True):
        found["confidence"] = confidence.of_decision(decision)
        owners = [confidence.of_owner(f, bundled()) for f in decision.owners if f.value]
        deadlines = [confidence.of_deadline(f) for f in decision.deadlines if f.value]
        for one, evidence in zip([*found["owners"], *found["deadlines"]], owners + deadlines, strict=True):
            one["confidence"] = evidence
    return output


def cases(sets: Sequence[Set]) -> dict[str, Cases]:
    """What the program finds in the documents of `sets`, by kind."""
    out: dict[str, Cases] = defaultdict(Counter)
    for of in sets:
        for answer, output in answered(of, with_evidence):
            for kind, found, right in judged(answer, output):
                out[kind][found["confidence"], right] += 1
    return out


def fitted(of: Cases, error_weight: float) -> confidence.Weights:
    """The weights under which the cases are likeliest, an error counted `error_weight` times."""
    weights = {"base": 0.0} | {name: 0.0 for evidence, _ in of for name in evidence}
    for _ in range(_ROUNDS):
        for name in weights:
            ridge = 0.0 if name == "base" else _RIDGE
            slope, curve = ridge * (-float(name in _DOUBTS) - weights[name]), ridge
            for (evidence, right), count in of.items():
                if name == "base" or name in evidence:
                    surely, mass = (
                        confidence.estimate(weights, evidence),
                        count * (1 if right else error_weight),
                    )
                    slope += mass * (right - surely)
                    curve += mass * surely * (1 - surely)
            weights[name] += slope / curve
            if name in _DOUBTS:
                weights[name] = min(0.0, weights[name])
    return weights


def as_python(table: dict[str, confidence.Weights]) -> str:
    """The assignment of the weights, as the formatter leaves it."""
    lines = ["WEIGHTS = {"]
    for kind, weights in table.items():
        lines += [
            f'    "{kind}": {{',
            *(f'        "{name}": {w:.2f},' for name, w in weights.items()),
            "    },",
        ]
    return "\n".join([*lines, "}\n"])


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument(
        "--set", nargs=3, action="append", default=[], metavar=("NAME", "ANSWERS", "DOCUMENTS")
    )
    arguments.add_argument("--error-weight", type=float, default=6.0)
    chosen = arguments.parse_args()

    more = [Set(name, Path(answers), Path(documents)) for name, answers, documents in chosen.set]
    found = cases([SAMPLES, TUNED, *more])
    for kind in KINDS:
        for evidence in sorted({evidence for evidence, _ in found[kind]}):
            right, wrong = found[kind][evidence, True], found[kind][evidence, False]
            print(f"{kind:10} {' '.join(evidence) or '-':40} {right:5} right {wrong:4} wrong")
    code = as_python({kind: fitted(found[kind], chosen.error_weight) for kind in KINDS})
    file = Path(confidence.__file__)
    file.write_text(_FITTED.sub(lambda _: code, file.read_text("utf-8")), "utf-8")
    print(code)


if __name__ == "__main__":
    main()
