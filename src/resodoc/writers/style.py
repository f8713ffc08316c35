"""What a caller may choose about writing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """`many`: the output is a list, whatever the number of documents.

    The others are about CSV: the character between cells, and whether a byte order mark stands first (without
    it Excel takes UTF-8 for the local code page).
    """

    many: bool = False
    delimiter: str = ";"
    bom: bool = True
