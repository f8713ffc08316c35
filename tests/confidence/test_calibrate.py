"""Weights fitted to cases whose odds are known."""

from __future__ import annotations

from collections import Counter

import calibrate
import pytest

from resodoc import confidence
from resodoc.confidence import estimate

MANY = 10_000  # so many cases that the ridge does not count


def cases(**shares: tuple[int, int]) -> Counter:
    """By evidence («plain» for none): how many were right, and wrong."""
    out: Counter = Counter()
    for name, (right, wrong) in shares.items():
        evidence = () if name == "plain" else (name,)
        out[evidence, True], out[evidence, False] = right * MANY, wrong * MANY
    return out


def test_estimates_are_the_shares_that_were_right():
    weights = calibrate.fitted(cases(plain=(19, 1), doubtful=(3, 1), slot=(99, 1)), 1.0)
    assert estimate(weights, ()) == pytest.approx(0.95, abs=0.001)
    assert estimate(weights, ("doubtful",)) == pytest.approx(0.75, abs=0.001)
    assert estimate(weights, ("slot",)) == pytest.approx(0.99, abs=0.001)


def test_an_error_counts_as_often_as_told():
    weights = calibrate.fitted(cases(plain=(12, 1)), 3.0)
    assert estimate(weights, ()) == pytest.approx(0.8, abs=0.001)


def test_doubt_weighs_against_where_there_are_few_cases():
    few = Counter({((), True): 95, ((), False): 5, (("doubtful",), True): 1, (("slot",), True): 1})
    weights = calibrate.fitted(few, 1.0)
    assert weights["doubtful"] < -0.9
    assert abs(weights["slot"]) < 0.1


def test_doubt_never_adds():
    weights = calibrate.fitted(cases(plain=(9, 1), doubtful=(99, 1)), 1.0)
    assert weights["doubtful"] == 0


def test_the_weights_of_the_program_are_written_as_they_stand():
    """What calibration writes is found again by it, so that it can be run again."""
    code = calibrate.as_python(confidence.WEIGHTS)
    with open(confidence.__file__, encoding="utf-8") as file:
        assert calibrate._FITTED.findall(file.read()) == [code]
