"""An owner that the register of owners (`--owners-register`) does not have.

The register is a text: a name a line, its other names behind ";", "#" opens a comment. A person matches by surname and
initials.

PASS owners=Орлова_Татьяна_Петровна;бухгалтер:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Поручить Орловой Т.П. до 1 апреля 2024 г. подготовить смету.
FAIL owners=Орлова_Татьяна_Петровна:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Поручить [[Орлову К.П.]] до 1 апреля 2024 г. подготовить смету.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator

from resodoc.language.fold import fold
from resodoc.model import Finding, Owner, Resolution

from .places import owners
from .settings import Settings

ID = "owner-unknown"
LEVEL = "error"

_WORD = re.compile(r"\w+")
_FULL_NAME = re.compile(r"[А-ЯЁ][\w-]+ [А-ЯЁ]\w+ [А-ЯЁ]\w+(?:вич|вна|ич|чна|оглы|кызы)$")


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    if settings.owners is None:
        return
    register = {key(name): names[0] for names in settings.owners for name in names}
    terms = {f.value.term: f.value.expansion for f in resolution.definitions if f.value}
    for decision in resolution.decisions:
        for found in owners(decision, "executor", "co-executor", "controller"):
            if not found.value.inherited and not any(
                key(name) in register for name in _names(found.value, terms)
            ):
                near = difflib.get_close_matches(key(found.value.name), register, 1)
                values = (("name", found.value.name),)
                values += (("near", register[near[0]]),) if near else (("variant", "new"),)
                yield Finding(ID, LEVEL, found.span, values, decision.id)


def _names(owner: Owner, terms: dict[str, str]) -> Iterable[str]:
    return filter(None, (owner.name, owner.person, owner.post, terms.get(owner.name)))


def key(name: str) -> str:
    """What two spellings of a name share: folded words, a full name cut to surname and initials, initials behind."""
    if _FULL_NAME.match(name):
        surname, first, middle = name.split()[:3]
        name = f"{surname} {first[0]}.{middle[0]}."
    words = _WORD.findall(fold(name))
    return " ".join(sorted(words, key=lambda word: len(word) == 1))
