"""What people read about the checks: `--list`, `--explain ID`, `docs/checks.md`, the help in a SARIF file.

All of it is made from the checks themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from resodoc.checks.check import Check, Trial
from resodoc.messages import text


def listed(checks: Sequence[Check]) -> str:
    """A line a check: id, level, what it is for."""
    width = max(len(check.id) for check in checks)
    levels = max(len(_level(check)) for check in checks)
    return "".join(f"{c.id:<{width}}  {_level(c):<{levels}}  {c.about()}\n" for c in checks)


def handbook(checks: Iterable[Check]) -> str:
    """All pages in one, as `docs/checks.md` has them."""
    return "\n".join([text("checks-handbook"), *(page(check) for check in checks)])


def page(check: Check) -> str:
    """A check's page, in markdown."""
    return "\n".join(_page(check)) + "\n"


def _page(check: Check) -> Iterator[str]:
    yield from (f"## {check.id}", "", f"{check.about()}", "", text("checks-level", level=_level(check)), "")
    for trial in check.trials:
        options = ", ".join(f"{name}: {value.replace('_', ' ')}" for name, value in trial.options)
        verdict = text("checks-found") if trial.spans else text("checks-passed")
        yield from (
            f"{verdict}{f' ({options})' if options else ''}:",
            "",
            "```text",
            _marked(trial),
            "```",
            "",
        )


def _level(check: Check) -> str:
    return check.level if check.on else text("checks-on-request", level=check.level)


def _marked(trial: Trial) -> str:
    """The example with what is found in it in [[double brackets]], as its author wrote it."""
    out, last = [], 0
    for span in trial.spans:
        out += [trial.text[last : span.start], "[[", trial.text[span.start : span.stop], "]]"]
        last = span.stop
    return "".join([*out, trial.text[last:]]).rstrip("\n")
