"""Raised and lowered digits: «5¹» is another item than «51»."""

from __future__ import annotations

_UP = str.maketrans("0123456789()+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻⁻")
_DOWN = str.maketrans("0123456789()+-−", "₀₁₂₃₄₅₆₇₈₉₍₎₊₋₋")


def raised(text: str) -> str:
    """`text` in Unicode's superscripts if it is a number, else as it is."""
    return text.translate(_UP) if text.strip().isdecimal() else text


def lowered(text: str) -> str:
    """`text` in Unicode's subscripts if it is a number, else as it is."""
    return text.translate(_DOWN) if text.strip().isdecimal() else text
