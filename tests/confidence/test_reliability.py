"""The figures of reliability on estimates whose figures are known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reliability import Bin, bins, calibration_error


def test_bins():
    estimates = [(0.05, False), (0.9, True), (0.92, False), (1.0, True), (0.1, True)]
    assert bins(estimates) == [
        Bin(0.0, 1, 0.05, 0.0),
        Bin(0.1, 1, 0.1, 1.0),
        Bin(0.9, 3, pytest.approx(2.82 / 3), pytest.approx(2 / 3)),
    ]


@pytest.mark.parametrize(
    ("estimates", "error"),
    [
        ([(1.0, True), (0.0, False)], 0.0),
        ([(1.0, False), (0.0, True)], 1.0),
        ([(0.75, True)] * 3 + [(0.75, False)], 0.0),
        ([(0.95, True), (0.95, False)], 0.45),
        ([(0.85, True), (0.95, False)], 0.55),  # (0.15 + 0.95) / 2
        ([(0.62, True), (0.68, False)], 0.15),  # one bin: 0.65 and 0.5
    ],
)
def test_calibration_error(estimates, error):
    assert calibration_error(estimates) == pytest.approx(error)


def test_nothing_to_measure():
    assert calibration_error([]) is None


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_every_estimate_is_in_one_bin(estimates):
    assert sum(b.count for b in bins(estimates)) == len(estimates)
    assert 0 <= calibration_error(estimates) <= 1
    for b in bins(estimates):
        assert b.low - 1e-9 <= b.confidence <= b.low + 0.1 + 1e-9
