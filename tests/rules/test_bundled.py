"""Every bundled rule finds its examples as marked, refuses its rejects, and still misses its gaps."""

from __future__ import annotations

import pytest

from resodoc.rulecheck import check
from resodoc.rulepack import bundled
from resodoc.ruletext import failed

RULES = bundled()


@pytest.mark.parametrize("rule_id", [rule.id for rule in RULES])
def test_a_rule_keeps_its_examples(rule_id):
    assert [failed(failure) for failure in check(RULES.get(rule_id), RULES)] == []
