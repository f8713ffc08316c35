"""Every check finds in its own examples what they mark, and nothing in those that pass; wording rules keep theirs."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import pytest

from resodoc import checks, rulecheck
from resodoc.checks import LEVELS, MODULES, table, wording
from resodoc.messages import catalogue
from resodoc.rulepack import bundled
from tests.checks.trial import agree, found, wanted

TABLE = table(bundled())
TRIALS = [(check, trial) for check in TABLE if not check.rule for trial in check.trials]
HELPERS = {
    "annexes",
    "check",
    "days",
    "docs",
    "numbering",
    "pairs",
    "places",
    "present",
    "sameness",
    "settings",
    "terms",
    "wording",
}


@pytest.mark.parametrize(("check", "trial"), TRIALS, ids=[f"{c.id}-{n}" for n, (c, _) in enumerate(TRIALS)])
def test_example(check, trial):
    got = found(check, trial)
    assert agree(got, wanted(trial)), got


@pytest.mark.parametrize("rule", bundled().of("wording"), ids=lambda rule: rule.id)
def test_wording_rule_keeps_its_examples(rule):
    assert list(rulecheck.check(rule, bundled(), wording.find)) == []


@pytest.mark.parametrize("check", TABLE, ids=lambda check: check.id)
def test_has_examples_of_both_kinds_and_a_known_level(check):
    assert {bool(trial.spans) for trial in check.trials} == {True, False}
    assert check.level in LEVELS


@pytest.mark.parametrize("check", [c for c in TABLE if not c.rule], ids=lambda check: check.id)
def test_is_worded(check):
    codes = {
        code for code in catalogue() if code == f"check-{check.id}" or code.startswith(f"check-{check.id}.")
    }
    said = {code for code in codes if not code.endswith((".fix", ".about"))}
    assert f"check-{check.id}.about" in codes
    assert said and all(f"{code}.fix" in codes for code in said)


def test_ids_are_unique():
    ids = [check.id for check in TABLE]
    assert len(ids) == len(set(ids))


def test_no_module_is_missing_from_the_table():
    names = {module.name for module in pkgutil.iter_modules(checks.__path__)} - HELPERS
    assert {import_module(f"resodoc.checks.{name}") for name in names} == set(MODULES)
    assert all(module.__name__.rpartition(".")[2].replace("_", "-") == module.ID for module in MODULES)
