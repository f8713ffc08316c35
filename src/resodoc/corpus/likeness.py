"""When an output and an answer made by hand say the same: what two careful readers would call equal."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

_MARKUP = re.compile(r"[«»„“”\"'*_`]")
_DASH = re.compile(r"[‐‑–—−]")
_EDGES = re.compile(r"^[\s\-•.,;:]+|[\s.,;:]+$")
_WORD = re.compile(r"[\w\-/%]+")
_SHARED_WORDS = 0.8


def norm(text: object) -> str:
    """Lower case, ё as е, one kind of dash, no quotes, markup, doubled spaces or punctuation at the ends."""
    plain = _MARKUP.sub("", str(text).lower().replace("ё", "е"))
    return _EDGES.sub("", " ".join(_DASH.sub("-", plain).split()))


def words(text: str) -> list[str]:
    return _WORD.findall(norm(text))


def within(part: str, whole: str | None) -> bool:
    return norm(part) in norm(whole or "")


def starts(text: str, begins: Iterable[str]) -> bool:
    return any(norm(text).startswith(norm(begin)) for begin in begins)


def ends(text: str, endings: Iterable[str]) -> bool:
    return any(norm(text).endswith(norm(ending)) for ending in endings)


def same_name(a: str, b: str) -> bool:
    """Equal, or at least four words in five shared."""
    if norm(a) == norm(b):
        return True
    x, y = set(words(a)), set(words(b))
    return bool(x and y) and len(x & y) / len(x | y) >= _SHARED_WORDS


def same_owner(want: dict[str, Any], got: dict[str, Any]) -> bool:
    return any(same_name(name, got["name"]) for name in want.get("name_any") or [want["name"]])


def same_role(want: dict[str, Any], got: dict[str, Any]) -> bool:
    return same_owner(want, got) and want.get("role") == got.get("role")


def same_deadline(want: dict[str, Any], got: dict[str, Any]) -> bool:
    """The same kind, and every day or recurrence that the answer names."""
    named = (key for key in ("start", "end", "recurrence") if want.get(key) is not None)
    return want.get("kind") == got.get("kind") and all(str(want[key]) == str(got.get(key)) for key in named)


def same_number(a: object, b: object) -> bool:
    try:
        return abs(float(a) - float(b)) < 0.005  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return a == b


def same_measure(want: dict[str, Any], got: dict[str, Any]) -> bool:
    alike = all(want[key] == got.get(key) for key in ("comparator", "unit"))
    return alike and same_number(got.get("value"), want["value"])


def paired(want: Sequence[Any], got: Sequence[Any], same: Callable[[Any, Any], bool]) -> int:
    """How many of `want` find a partner in `got`, each partner taken once, the first that fits."""
    left = list(got)
    hits = 0
    for one in want:
        partner = next((i for i, other in enumerate(left) if same(one, other)), None)
        if partner is not None:
            del left[partner]
            hits += 1
    return hits


def common(want: Iterable[str], got: Iterable[str]) -> int:
    """The number of words that both lists hold, repeats counted."""
    return sum((Counter(map(norm, want)) & Counter(map(norm, got))).values())
