"""Numbers in digits, in words and in both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resodoc.language.numerals import number, ordinal, roman


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10", 10), ("10-ти", 10), ("3-х", 3), ("2,5", 2.5), ("0.5", 0.5), ("1 142,0", 1142),
        ("1 000 000", 1_000_000),
        ("1\u00a0200", 1200), ("пяти", 5), ("Трёх", 3), ("двадцати пяти", 25), ("сорока", 40),
        ("трёхсот", 300), ("ста двадцати тысяч", 120_000),
        ("одного миллиона двухсот тысяч", 1_200_000), ("полутора", 1.5), ("10 (десяти)", 10),
        ("тысячи", 1000),
        ("дом", None), ("", None), ("12 34", None), ("1.2.3", None), ("9" * 40, None),
    ],
)  # fmt: skip
def test_a_number_is_read(text, value):
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1-го", 1), ("5 - го", 5), ("II", 2), ("iv", 4), ("первом", 1), ("третьей", 3),
        ("двадцать пятого", 25), ("две тысячи девятнадцатого", 2019), ("двухтысячного", 2000), ("дом", None),
        ("", None), ("9" * 5000, None),
    ],
)  # fmt: skip
def test_an_ordinal_is_read(text, value):
    assert ordinal(text) == value


@given(st.integers(0, 10**12))
def test_thousands_may_be_parted_by_spaces(value):
    assert number(f"{value:,}".replace(",", " ")) == value


@pytest.mark.parametrize(("text", "value"), [("XIV", 14), ("xl", 40), ("IX", 9), ("abc", None), ("", None)])
def test_roman_numerals(text, value):
    assert roman(text) == value
