"""What a running head, a watermark or a stamp may say about the document: that it is a draft, and its number."""

from __future__ import annotations

import re
from collections.abc import Iterable

_DRAFT = re.compile(r"^\W*(проект)\b(?! *[«\"])", re.I)
_NUMBER = re.compile(r"№ ?(?:[\w/.-]{0,20}\d[\w/-]{0,20}|_{1,20})")


def telling(texts: Iterable[str]) -> tuple[str, ...]:
    """The words of `texts`, each a line outside the flow, that mean something, each once: «ПРОЕКТ», «№ 15-р».
    A national project in quotes («Проект «Дороги»») makes no draft."""
    out: dict[str, None] = {}
    for text in texts:
        if draft := _DRAFT.match(text):
            out[draft.group(1)] = None
        out |= dict.fromkeys(_NUMBER.findall(text))
    return tuple(out)
