"""Resolution → Finding. One module a check; the wording checks are entries of `rules/wording.yaml`.

A check sees the finished `Resolution` and the `Settings`; it knows of no other check, no file and no format.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from resodoc.checks import (
    agenda_undecided,
    annex_missing,
    annex_unmentioned,
    brackets_unmatched,
    contradiction,
    controller_missing,
    date_impossible,
    deadline_before_document,
    deadline_blank,
    deadline_missing,
    deadline_no_year,
    deadline_nonworking,
    deadline_past,
    duplicate,
    item_long,
    item_many_tasks,
    item_no_verb,
    latin_letters,
    leftover,
    leftover_markup,
    no_decisions,
    numbering_gap,
    numbering_mixed,
    numbering_nesting,
    numbering_repeat,
    owner_blank,
    owner_missing,
    owner_unknown,
    part_missing,
    quotes_unmatched,
    range_backwards,
    reference_missing,
    spelling,
    term_twice,
    term_undefined,
    term_unused,
    vote_not_unanimous,
    vote_over_present,
    weekday_mismatch,
    wording,
)
from resodoc.checks.check import LEVELS, Check, of_module
from resodoc.checks.settings import Limits, Settings
from resodoc.errors import ResodocError
from resodoc.model import Finding, Resolution
from resodoc.rulepack import RuleSet

__all__ = ["LEVELS", "MODULES", "Check", "Limits", "Settings", "Suite", "run", "table"]

MODULES = (
    no_decisions,
    owner_missing,
    owner_blank,
    owner_unknown,
    controller_missing,
    deadline_missing,
    deadline_blank,
    deadline_past,
    deadline_before_document,
    deadline_nonworking,
    deadline_no_year,
    date_impossible,
    weekday_mismatch,
    range_backwards,
    numbering_gap,
    numbering_repeat,
    numbering_nesting,
    numbering_mixed,
    item_no_verb,
    item_many_tasks,
    item_long,
    reference_missing,
    annex_missing,
    annex_unmentioned,
    term_undefined,
    term_twice,
    term_unused,
    quotes_unmatched,
    brackets_unmatched,
    leftover,
    leftover_markup,
    contradiction,
    duplicate,
    vote_over_present,
    vote_not_unanimous,
    agenda_undecided,
    part_missing,
    latin_letters,
    spelling,
)
"""Every check that is a module, in the order of the documentation."""


def table(rules: RuleSet) -> tuple[Check, ...]:
    """All checks: the modules', then those that the wording rules are. Raises RulePackError."""
    return (*map(of_module, MODULES), *map(wording.as_check, rules.of("wording")))


@dataclass(frozen=True, slots=True)
class Suite:
    """The checks to run on a document, with the house's levels (by check id) and settings."""

    checks: tuple[Check, ...]
    levels: Mapping[str, str] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)


def run(resolution: Resolution, suite: Suite) -> tuple[Finding, ...]:
    """What the checks find, in order of the text.

    Raises ResodocError "check-crashed" that names the check when one of them fails: a check that cannot answer is never
    taken for one that found nothing.
    """
    found: list[Finding] = []
    for check in suite.checks:
        try:
            found += _levelled(check.run(resolution, suite.settings), suite.levels.get(check.id))
        except Exception as error:
            problem = f"{type(error).__name__}: {error}"
            raise ResodocError(
                "check-crashed", name=resolution.source.name, check=check.id, problem=problem
            ) from error
    return tuple(_placed(resolution, sorted(found, key=lambda finding: (finding.span, finding.check))))


def _levelled(findings: Iterable[Finding], level: str | None) -> Iterable[Finding]:
    return (replace(finding, level=level) if level else finding for finding in findings)


def _placed(resolution: Resolution, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, each with the decision in which it stands, if the check did not name one."""
    parts = sorted((part, decision.id) for decision in resolution.decisions for part in decision.parts)
    for finding in findings:
        if finding.decision is None:
            index = bisect_right(parts, finding.span.start, key=lambda entry: entry[0].start) - 1
            if index >= 0 and finding.span.start in parts[index][0]:
                finding = replace(finding, decision=parts[index][1])
        yield finding
