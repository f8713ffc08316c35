"""Outline + readings → decisions: what a lead-in passes on to its items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from resodoc.language import clauses, morph
from resodoc.model import Act, Decision, Found, Owner, Source
from resodoc.outline import Node, text_of
from resodoc.reading import PASSED_ON, Reader, Reading

_PASSES_TO_VERBLESS = frozenset(
    {"approve", "elect", "note", "establish", "acknowledge", "commend", "publish", "regulate", "amend"}
)
_ADDRESSES = frozenset({"recommend", "propose", "appeal"})


def decisions_of(nodes: Sequence[Node], reader: Reader) -> tuple[Decision, ...]:
    """The decisions of a document, each after the one that it stands under."""
    whole: dict[str, Reading] = {}
    governors: dict[int, Reading] = {}
    ids = {node.id for node in nodes}
    out = []
    for node in nodes:
        reading = reader.node(node)
        for above in _above(node, reader, whole, governors):
            reading = _inherit(reading, above, reader.source.slice(node.span))
        reading = _addressed(_named_lead(reading, node, reader.source))
        whole[node.id] = reading
        out.append(_decision(node, reading, reader.source, ids))
    return tuple(out)


def _above(
    node: Node, reader: Reader, whole: dict[str, Reading], governors: dict[int, Reading]
) -> list[Reading]:
    """The readings that govern `node`, nearest first: the lead-in that it stands under, else headings and leads."""
    out = []
    if node.parent and node.parent.is_open(reader.source):
        out.append(whole[node.parent.id])
    for block in reversed(node.governors):
        if block.span.start not in governors:
            governors[block.span.start] = reader.governor(block)
        out.append(governors[block.span.start])
    return out


def _inherit(own: Reading, above: Reading, text: str) -> Reading:
    """`own` with what `above` passes on: never what the item says itself."""
    act = _inherited_act(own, above.act, text)
    owners = _without_asked(own.owners, above)
    if not any(f.value and f.value.role in ("executor", "addressee") and not _is_slot(f) for f in owners):
        owners = (
            *owners,
            *(replace(f, value=replace(f.value, inherited=True)) for f in above.owners if f.value),
        )
    deadlines = own.deadlines or tuple(
        replace(f, value=replace(f.value, inherited=True))
        for f in above.deadlines
        if f.value and f.value.kind != "blank"
    )
    return replace(own, act=act, owners=owners, deadlines=deadlines)


def _without_asked(owners: tuple[Found[Owner], ...], above: Reading) -> tuple[Found[Owner], ...]:
    """«Обратиться к Б» under «Поручить А:» is A's task: only he is an owner."""
    ordered = above.act is not None and above.act.value is not None and above.act.value.name == "instruct"
    if not ordered or not any(f.value and f.value.role == "executor" for f in above.owners):
        return owners
    return tuple(f for f in owners if f.value is None or f.value.role != "addressee")


def _is_slot(found: Found[Owner]) -> bool:
    """«Ответственный: Зимин А.А.» under an item names somebody beside those whom the lead-in orders."""
    return found.rule.startswith("owner.slot")


def _inherited_act(own: Reading, above: Found[Act] | None, text: str) -> Found[Act] | None:
    if above is None or above.value is None:
        return own.act
    name = above.value.name
    weak = (
        own.act is None
        or own.act.value is None
        or own.act.value.name in ("measure", "regulate")
        or own.act.rule == "act.addressed"
    )
    weak = weak or (name == "amend" and own.act is not None and own.act.value.name == "elect")
    if name in PASSED_ON and (
        own.act is None or own.act.value is None or own.act.value.name not in ("force", "control")
    ):
        return Found(above.span, above.value, above.rule, above.confidence)
    if name in _PASSES_TO_VERBLESS and (own.act is None or (weak and name in ("regulate", "amend"))):
        return above
    return own.act


def _named_lead(reading: Reading, node: Node, source: Source) -> Reading:
    """«Министерству образования:» orders without any verb."""
    words = morph.words(source.text, node.span.start, node.span.stop)
    if reading.act is None and node.is_open(source) and (reading.owners or clauses.opens_with_dative(words)):
        return replace(reading, act=Found(node.span, Act("instruct", ""), "act.addressed"))
    if reading.act is None and reading.actions:
        first = reading.actions[0]
        return replace(
            reading,
            act=Found(first.span, Act("measure", first.value.verb if first.value else ""), first.rule),
        )
    return reading


def _addressed(reading: Reading) -> Reading:
    """Whoever is recommended, proposed or asked to act has the role of an addressee."""
    if not (reading.act and reading.act.value and reading.act.value.name in _ADDRESSES):
        return reading
    owners = tuple(
        replace(f, value=replace(f.value, role="addressee"))
        if f.value and f.value.role == "executor" and not f.rule.startswith("owner.slot")
        else f
        for f in reading.owners
    )
    return replace(reading, owners=owners)


def _decision(node: Node, reading: Reading, source: Source, ids: set[str]) -> Decision:
    found = [
        reading.act,
        *reading.actions,
        *reading.owners,
        *reading.deadlines,
        *reading.measures,
        *reading.references,
        reading.vote,
    ]
    parent = node.parent.id if node.parent else _parent_id(node.id, ids)
    return Decision(
        id=node.id,
        text=text_of(source, node),
        parts=tuple(part.span for part in node.parts),
        number=source.slice(node.block.label).strip() if node.block.label else None,
        parent=parent,
        section=node.section,
        act=reading.act or Found(node.span, Act("other", ""), "act.none", 0.3),
        actions=reading.actions,
        owners=reading.owners,
        deadlines=reading.deadlines,
        vote=reading.vote,
        outcome="rejected" if reading.lost else "adopted",
        owner_blank=reading.owner_blank,
        measures=reading.measures,
        references=reading.references,
        rules=tuple(sorted({f.rule for f in found if f and f.rule})),
    )


def _parent_id(node_id: str, ids: set[str]) -> str | None:
    """«3» for «3.1» when there is such a decision (a section or a question of the agenda is none)."""
    above = node_id.rpartition(".")[0]
    return above if above in ids else None
