"""What a running head, a watermark or a stamp may say about the document: that it is a draft, and its number."""

from __future__ import annotations

import re
from collections.abc import Iterable

_DRAFT = re.compile(r"^\W*(проект)\b(?! *[«\"])", re.I)
_NUMBER = re.compile(r"№ ?(?:[\w/.-]{0,20}\d[\w/-]{0,20}|_{1,20})")
_OWN = re.compile(
    r"(?:^|\b(?:приказ|постановлени|распоряжени|решени|указ|протокол|резолюци|поручени|исх|рег)\w*|\d{4}(?: ?г\.| года)?)"
    r"(?:[\s.]+от[\s\d.]+)?[\W_]*$",
    re.I,
)
_OF_ANOTHER = re.compile(r"\b(?:закон|кодекс|вх\b|входящ|сертификат)", re.I)


def telling(texts: Iterable[str]) -> tuple[str, ...]:
    """The words of `texts`, each a line outside the flow, that mean something, each once: «ПРОЕКТ», «№ 15-р».
    A national project in quotes («Проект «Дороги»») makes no draft, «Школа № 5» and «Вх. № 310» no number."""
    out: dict[str, None] = {}
    for text in texts:
        if draft := _DRAFT.match(text):
            out[draft.group(1)] = None
        out |= dict.fromkeys(m.group() for m in _NUMBER.finditer(text) if _is_own(text[: m.start()]))
    return tuple(out)


def _is_own(before: str) -> bool:
    """Whether words `before` a number name the document, its date or nothing."""
    return _OWN.search(before) is not None and _OF_ANOTHER.search(before) is None
