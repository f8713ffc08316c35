"""Pieces of patterns by name: `$name` in a pattern of a rule stands for the text of a term."""

from __future__ import annotations

import re
from collections.abc import Callable
from string import Template

_DEEPEST = 20  # terms inside terms: deeper, one contains itself


class _Terms(Template):
    """`$name` is a term, `$` alone stays the regular expression's end of text."""

    idpattern = r"[a-z][a-z_]*"


def expand(pattern: str, terms: dict[str, str], unknown: Callable[[str], Exception], depth: int = 0) -> str:
    """`pattern` with every `$term` replaced by a group of its text, terms inside terms too.

    Raises what `unknown(name)` returns for a name that no pack defines, or that contains itself.
    """

    def replace(m: re.Match[str]) -> str:
        name = m.group("named") or m.group("braced")
        if name is None:
            return m.group()
        if name not in terms or depth > _DEEPEST:
            raise unknown(name)
        return f"(?:{expand(terms[name], terms, unknown, depth + 1)})"

    return _Terms.pattern.sub(replace, pattern)
