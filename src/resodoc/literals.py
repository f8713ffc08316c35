"""Strings that a regular expression cannot match without: looking for them first spares most searches.

The prefilter of RE2 (R. Cox, «Regular Expression Matching in the Wild», 2010), made from the tree of Python's own parser.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from re import IGNORECASE
from re import _constants as op  # Python has had no public module of these since 3.11
from re import _parser as parser
from typing import Any

_ANY = frozenset(("",))
"""Nothing is needed: the empty string is in every text."""
_LONG = 4
"""Letters from which on a longer string is hardly rarer; of strings that long, fewer are better."""
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)


@lru_cache(maxsize=4096)
def needed(pattern: str) -> frozenset[str]:
    """Strings of which every match of `pattern` holds at least one."""
    return _of_sequence(parser.parse(pattern))


def _of_sequence(parts: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """What a sequence needs: of the needs of its parts, the rarest in texts."""
    found, letters = [_ANY], ""
    for kind, value in parts:
        if kind is op.LITERAL:
            letters += chr(value)
        else:
            found += [frozenset((letters,)), _of_part(kind, value)]
            letters = ""
    return max([*found, frozenset((letters,))], key=_rarity)


def _of_part(kind: Any, value: Any) -> frozenset[str]:
    if kind is op.BRANCH:
        return frozenset().union(*map(_of_sequence, value[1]))
    if kind is op.SUBPATTERN and not value[1] & IGNORECASE:
        return _of_sequence(value[3])
    if kind in _REPEATS and value[0]:
        return _of_sequence(value[2])
    return _of_sequence(value) if kind is op.ATOMIC_GROUP else _ANY


def _rarity(strings: frozenset[str]) -> tuple[int, int]:
    return min(_LONG, *map(len, strings)), -len(strings)
