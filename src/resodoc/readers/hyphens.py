"""The hyphen at the end of a printed line: a word broken there, or a hyphen of its own? The dictionary is asked.

The order of the questions follows how sure each answer is: a word that the dictionary has with its hyphen
(«Санкт-Петербург»), a word that it has without («инновационный»), then the shape of the two halves.
"""

from __future__ import annotations

import re

from resodoc.language import morph

HYPHENS = ("-", "\u00ad", "\u2010", "\ufffe")
"""What can end a broken line: hyphen-minus, soft hyphen, hyphen, and pdfium's mark for a hyphen at a line's end."""

_LETTER = r"[^\W\d_]"
_HEAD = re.compile(rf"((?:{_LETTER}+[-‐])*)({_LETTER}+)$")
_TAIL = re.compile(rf"({_LETTER}+)((?:[-‐]{_LETTER}+)*)")
_RANGE = re.compile(r"\d[–—]$")
_ADDRESS = re.compile(r"://|www\.|@\S*$")
_SUSPENDED = frozenset({"и", "или", "либо"})
_VOWELS = frozenset("аеёиоуыэюя")
_BINDERS = frozenset({"PREP", "CONJ", "PRCL", "INTJ"})


def joined(before: str, after: str) -> bool:
    """Whether the hyphen that ends `before` is to be dropped before `after`, the next line.

    >>> joined("инноваци-", "онный путь"), joined("в Санкт-", "Петербурге"), joined("научно-", "технический")
    (True, False, False)
    """
    head, tail = _HEAD.search(before[:-1]), _TAIL.match(after)
    if not head or not tail or _ADDRESS.search(before.rpartition(" ")[2]):
        return False
    (outer, first), (second, rest) = head.groups(), tail.groups()
    if second.lower() in _SUSPENDED:
        return False
    if morph.known(f"{outer}{first}-{second}{rest}") or morph.known(f"{first}-{second}"):
        return False
    if morph.known(f"{outer}{first}{second}{rest}") or morph.known(first + second):
        return True
    return not _compound(first, second)


def separator(before: str, after: str) -> str:
    """What stands between two lines of one paragraph when no hyphen is dropped: nothing after a hyphen that
    belongs to a word («Санкт-», «№ 115-») and after a dash between two numbers («2024–»), else a space («научно- и
    технический», a dash, no hyphen at all)."""
    if _RANGE.search(before):
        return "" if after[:1].isdigit() else " "
    if not before.endswith(HYPHENS) or not before[-2:-1].isalnum():
        return " "
    word = re.match(r"\w*", after.lower())
    return "" if word and word.group() not in _SUSPENDED | {""} else " "


def together(before: str, after: str) -> str:
    """Two lines of one paragraph as one."""
    if before.endswith(HYPHENS) and joined(before, after):
        return before[:-1] + after
    return before + separator(before, after) + after if before else after


def _compound(first: str, second: str) -> bool:
    """Whether two halves of a word that no dictionary has look like «бизнес-среда», «ИТ-отдел», «тендерно-правовой»."""
    if len(first) == 1 or (second[0].isupper() != first[-1].isupper()):
        return True
    # «коуч-сессия»: no dictionary has the first half
    borrowed = first[-1].lower() not in _VOWELS and len(second) > 4
    if _can_stand(second) and (borrowed or _can_stand(first)):
        return True
    adjective = any(r.pos == "ADJF" for r in morph.readings(second) if r.known)
    return (
        adjective
        and first.endswith("о")
        and (morph.known(first[:-1] + "ый") or morph.known(first[:-1] + "ий"))
    )


def _can_stand(half: str) -> bool:
    """Whether `half` is a full word of the dictionary, not a preposition or particle that may as well be a prefix."""
    return len(half) > 2 and morph.known(half) and morph.readings(half)[0].pos not in _BINDERS
