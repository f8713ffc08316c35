"""What a reader of the output should know: places left empty, times seen and not understood, what is left out by design,
nothing recognised at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resodoc.language.fold import fold
from resodoc.model import Annex, Block, Decision, Diagnostic, Resolution
from resodoc.rulepack import RuleSet
from resodoc.segment.columns import grid_of

_TITLE = re.compile(r"(?:ПОСТАНОВЛЕНИЕ|РАСПОРЯЖЕНИЕ|УКАЗ|ПРИКАЗ|РЕШЕНИЕ|ПРОТОКОЛ|РЕЗОЛЮЦИЯ)(?:\s+№.*)?")
_BEHIND = ("signature", "approval", "mailing")
_REPEALED = re.compile(r"\W*(?:(?:под)?пункт\s+)?утратил\w*\s+силу")
_ITEMS = ("item", "bullet")
_PLAN = re.compile(
    r"(?:\w+ ){0,2}(?:план|перечень (?:\w+ )?(?:поручени|мероприяти)|мероприятия|дорожная карта|график|поручения|программа)"
)
_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]? ", re.MULTILINE)
_SET = re.compile(r"(?<!\w)(?:срок|ответственн|исполнител|отв\.|до \d)")


def diagnose(resolution: Resolution, rules: RuleSet, folded: str) -> tuple[Diagnostic, ...]:
    """The diagnostics of a finished resolution, those of its reader first, then of the document, then of its decisions in
    order of the text."""
    found = [d for decision in resolution.decisions for d in _of_decision(resolution, decision)]
    annexes = [
        Diagnostic("annex-tasks", "info", (("title", annex.title),), annex.span)
        for annex in resolution.annexes
        if _sets_tasks(resolution, annex, rules, folded)
    ]
    repealed = _repealed(resolution, folded)
    return (*resolution.source.notes, *_of_document(resolution), *repealed, *annexes, *found)


def _sets_tasks(resolution: Resolution, annex: Annex, rules: RuleSet, folded: str) -> bool:
    """Whether an annex is a plan, and lists tasks with their deadlines or owners: in a table, or numbered."""
    if not _PLAN.match(fold(annex.title)):
        return False
    source, text = resolution.source, folded[annex.span.start : annex.span.stop]
    tables = (table for table in source.tables if table.span in annex.span)
    listed = _NUMBERED.search(text) and _SET.search(text)
    return bool(listed) or any(grid_of(source, folded, table, rules) for table in tables)


def _repealed(resolution: Resolution, folded: str) -> Iterator[Diagnostic]:
    """What a publisher's words call repealed: the document, or items of it, which are no decisions."""
    decided = [part.start for decision in resolution.decisions for part in decision.parts]
    first = min(decided, default=len(folded))
    said = [b for b in resolution.blocks if _REPEALED.match(folded, b.span.start, b.span.stop)]
    if above := [b for b in said if b.span.stop <= first and b.kind not in _ITEMS]:
        yield Diagnostic("document-repealed", "info", (), above[0].span)
    if items := [b for b in said if b.kind in _ITEMS and b.span.start not in decided]:
        labels = ", ".join(".".join(b.number) or resolution.source.quote(b.span) for b in items)
        yield Diagnostic("items-repealed", "info", (("items", labels),), items[0].span)


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
