"""What a caller may choose about reading."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """`ocr`: "auto" recognises the pages that have no usable text, "always" every page, "never" none."""

    ocr: str = "auto"
