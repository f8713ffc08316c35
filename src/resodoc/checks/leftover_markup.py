"""What an editor left on the text: highlighting, a comment, a change not yet accepted.

PASS:
    РЕШЕНИЕ
    РЕШИЛИ:
    1. Провести осмотр кровли.
FAIL annotation=highlight:
    РЕШЕНИЕ
    РЕШИЛИ:
    1. Провести [[осмотр кровли]].
FAIL annotation=insertion:
    РЕШЕНИЕ
    РЕШИЛИ:
    1. Провести осмотр [[кровли]].
"""

from __future__ import annotations

from collections.abc import Iterator

from resodoc.model import Finding, Resolution
from resodoc.suppress import is_directive

from .settings import Settings

ID = "leftover-markup"
LEVEL = "warning"


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    for annotation in resolution.source.annotations:
        if not is_directive(annotation):
            values = (("variant", annotation.kind), ("note", " ".join(annotation.text.split())))
            yield Finding(ID, LEVEL, annotation.span, values)
