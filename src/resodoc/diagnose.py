"""What a reader of the output should know: places left empty, times seen and not understood, nothing recognised at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resodoc.model import Block, Decision, Diagnostic, Resolution

_TITLE = re.compile(r"(?:ПОСТАНОВЛЕНИЕ|РАСПОРЯЖЕНИЕ|УКАЗ|ПРИКАЗ|РЕШЕНИЕ|ПРОТОКОЛ|РЕЗОЛЮЦИЯ)(?:\s+№.*)?")
_BEHIND = ("signature", "approval", "mailing")


def diagnose(resolution: Resolution) -> tuple[Diagnostic, ...]:
    """The diagnostics of a finished resolution, those of its reader first, then in order of the text."""
    found = [d for decision in resolution.decisions for d in _of_decision(resolution, decision)]
    return (*resolution.source.notes, *_of_document(resolution), *found)


def _of_document(resolution: Resolution) -> Iterator[Diagnostic]:
    if not resolution.decisions:
        yield Diagnostic("no-decisions", "warning")
    second = next((b for b in resolution.blocks if _begins_another(resolution, b)), None)
    if second:
        words = resolution.source.quote(second.span)
        yield Diagnostic("second-document", "warning", (("title", words),), second.span)


def _begins_another(resolution: Resolution, block: Block) -> bool:
    return block.kind in _BEHIND and _TITLE.fullmatch(resolution.source.slice(block.span).strip()) is not None


def _of_decision(resolution: Resolution, decision: Decision) -> Iterator[Diagnostic]:
    for found in decision.deadlines:
        if found.value is None:
            words = resolution.source.quote(found.span)
            yield Diagnostic(
                "deadline-not-understood", "warning", (("words", words),), found.span, decision.id
            )
        elif found.value.kind == "blank":
            yield Diagnostic("deadline-blank", "warning", (), found.span, decision.id)
    if decision.owner_blank:
        yield Diagnostic("owner-blank", "warning", (), decision.owner_blank, decision.id)
