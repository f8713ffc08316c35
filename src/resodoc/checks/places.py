"""What several checks ask of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from resodoc.language.fold import fold
from resodoc.model import Deadline, Decision, Found, Owner, Resolution, Span

TASK_ACTS = frozenset({"instruct", "measure"})
"""Acts that oblige somebody to do a thing."""
ASKING_ACTS = TASK_ACTS | {"recommend", "propose", "appeal", "publish", "establish"}
"""Acts that set something going, so that a day in them is the day by which it is to be done."""

_COLLEGIAL = re.compile(
    r"(?:общ\w+|внеочередн\w+) собрани|педсовет|профком|профсоюзн|кафедр|конференци|съезд|(?<!\w)совет\w? "
    r"|собрани\w+ (?:\w+ )?(?:акционер|участник|член|собственник|граждан|делегат|трудов|коллектив)"
    r"|заседани\w* (?:[\w.-]+ ){0,2}(?:совет|(?<!\w)правлени|президиум)"
)
_HEAD_LENGTH = 500
"""Characters in which a document says what it is and whose."""
_WORD = re.compile(r"\w+")
_PARAGRAPH = re.compile(r"[^\n]+")
folded = lru_cache(maxsize=8)(fold)
"""The folded text: every check of a document shares one."""


def kind(resolution: Resolution) -> str:
    return (resolution.kind and resolution.kind.value) or "other"


def is_draft(resolution: Resolution) -> bool:
    return resolution.status is not None and resolution.status.value == "draft"


def is_final(resolution: Resolution) -> bool:
    """Whether it was surely adopted: taken for adopted, and numbered or signed where its kind is."""
    if resolution.status is None or resolution.status.value != "adopted":
        return False
    registered = resolution.number and resolution.number.value
    signed = any(block.kind == "signature" for block in resolution.blocks)
    return bool(registered or signed) or kind(resolution) in ("resolution", "report", "other")


def worst_in_draft(resolution: Resolution) -> str:
    """The level of a fault that is surely one while the text can be mended; an act in force may have its reasons."""
    return "warning" if is_final(resolution) else "error"


def operative(resolution: Resolution) -> Span:
    """The text before the first annex."""
    stop = min((a.span.start for a in resolution.annexes), default=len(resolution.source.text))
    return Span(0, stop)


def act(decision: Decision) -> str:
    return decision.act.value.name if decision.act and decision.act.value else "other"


def leaves(resolution: Resolution) -> Iterator[Decision]:
    """The adopted decisions that have none below them."""
    parents = {d.parent for d in resolution.decisions}
    return (d for d in resolution.decisions if d.id not in parents and d.outcome == "adopted")


def owners(decision: Decision, *roles: str) -> list[Found[Owner]]:
    """The owners understood, of `roles` if any are named."""
    return [o for o in decision.owners if o.value and (not roles or o.value.role in roles)]


def head(resolution: Resolution, decision: Decision) -> Span:
    """The words to point at when the decision as a whole is meant: the verb that decides, else that is to be done."""
    spans = [
        f.span
        for f in (decision.act, *decision.actions)
        if f and f.span in decision.span and f.rule != "act.none"
    ]
    for span in spans:
        if " " not in resolution.source.slice(span):
            return span
    return _first_word(resolution.source.text, spans[-1] if spans else decision.parts[0])


def _first_word(text: str, span: Span) -> Span:
    m = _WORD.search(text, span.start, span.stop)
    return Span(*m.span()) if m else span


def paragraphs(text: str, span: Span) -> Iterator[Span]:
    """The lines of `text` inside `span` that are not empty."""
    return (Span(*m.span()) for m in _PARAGRAPH.finditer(text, span.start, span.stop))


def opening(resolution: Resolution) -> Span:
    """Where to say something of the whole document: its kind or title, else its first line."""
    for found in (resolution.kind, resolution.title):
        if found and len(found.span):
            return found.span
    return next(paragraphs(resolution.source.text, operative(resolution)), Span(0, 0))


def is_collegial(resolution: Resolution) -> bool:
    """Whether a meeting of members decides: by vote, and for the body itself."""
    return _COLLEGIAL.search(folded(resolution.source.text), 0, _HEAD_LENGTH) is not None


def needs_owner(resolution: Resolution, decision: Decision) -> bool:
    """Whether somebody must be told to do it: a charge always; a bare measure where the genre lists tasks."""
    tasks = (
        kind(resolution) == "assignments"
        or (kind(resolution) == "minutes" and not is_collegial(resolution))
        or (is_draft(resolution) and kind(resolution) in ("decision", "decree", "order"))
    )
    return act(decision) == "instruct" or (act(decision) == "measure" and tasks)


def own_deadlines(decision: Decision, *kinds: str) -> Iterator[tuple[Span, Deadline]]:
    """The deadlines of `kinds` that the decision itself names."""
    return (
        (f.span, f.value)
        for f in decision.deadlines
        if f.value and not f.value.inherited and f.value.kind in kinds
    )
