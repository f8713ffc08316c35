"""Resolution → plain dict: the one place that names the keys of `resodoc/1`, and their order.

What each key means is in `schema/resodoc-1.json`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from importlib.resources import files
from typing import Any

from resodoc.messages import text as message
from resodoc.model import (
    Box,
    Deadline,
    Decision,
    Diagnostic,
    Found,
    Measure,
    Meeting,
    Origin,
    Owner,
    Reference,
    Resolution,
    Source,
    Vote,
)

SCHEMA = "resodoc/1"


def schema() -> str:
    """The JSON Schema (draft 2020-12) that every output obeys, as text."""
    return (files("resodoc") / "schema" / "resodoc-1.json").read_text("utf-8")


def to_dict(resolution: Resolution) -> dict[str, Any]:
    """The resolution as JSON's types: dates in ISO 8601, offsets in characters of the source's text, `None`
    and empty lists where the document says nothing, diagnostics in the chosen language of messages."""
    source = resolution.source
    return {
        "schema": SCHEMA,
        "source": _source(source),
        "kind": _value(resolution.kind) or "other",
        "status": _value(resolution.status) or "unknown",
        "title": _value(resolution.title),
        "number": _value(resolution.number),
        "date": _iso(_value(resolution.date)),
        "date_end": _iso(_value(resolution.date_end)),
        "place": _value(resolution.place),
        "adopted_by": _value(resolution.adopted_by),
        "event": _event(_value(resolution.event)),
        "next_meeting": _next_meeting(source, resolution.next_meeting),
        "definitions": [
            {"term": f.value.term, "expansion": f.value.expansion} for f in _known(resolution.definitions)
        ],
        "agenda": [f.value for f in _known(resolution.agenda)],
        "people": [{"name": f.value.name, "post": f.value.post} for f in _known(resolution.people)],
        "preamble": [source.quote(span) for span in resolution.preamble],
        "decisions": [_decision(source, d) for d in resolution.decisions],
        "annexes": [
            {"title": a.title, "start": a.span.start, "end": a.span.stop} for a in resolution.annexes
        ],
        "diagnostics": [_diagnostic(d) for d in resolution.diagnostics],
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        # A file name may hold bytes that are no text in any encoding; the output is UTF-8 all the same.
        "path": source.name.encode("utf-8", "replace").decode("utf-8"),
        "format": source.format,
        "sha256": source.sha256 or None,
        "bytes": source.bytes,
        "pages": source.pages,
        "encoding": source.encoding,
    }


def _decision(source: Source, decision: Decision) -> dict[str, Any]:
    act = _value(decision.act)
    return {
        "id": decision.id,
        "number": decision.number,
        "parent": decision.parent,
        "section": list(decision.section),
        "text": decision.text,
        "act": act.name if act else "other",
        "actions": [{"verb": f.value.verb, "text": source.quote(f.span)} for f in _known(decision.actions)],
        "owners": [_owner(f.value, source.quote(f.span), f.confidence) for f in _known(decision.owners)],
        "deadlines": [
            _deadline(f.value, source.quote(f.span), f.confidence) for f in _known(decision.deadlines)
        ],
        "vote": _vote(_value(decision.vote)),
        "outcome": decision.outcome,
        "owner_blank": decision.owner_blank is not None,
        "measures": [_measure(f.value, source.quote(f.span)) for f in _known(decision.measures)],
        "references": [_reference(f.value, source.quote(f.span)) for f in _known(decision.references)],
        "confidence": round(decision.confidence, 2),
        "rules": sorted(set(decision.rules)),
        "location": _location(source, decision),
    }


def _owner(owner: Owner, text: str, confidence: float) -> dict[str, Any]:
    return {
        "name": owner.name,
        "text": text,
        "role": owner.role,
        "kind": owner.kind,
        "post": owner.post,
        "person": owner.person,
        "inherited": owner.inherited,
        "confidence": round(confidence, 2),
    }


def _deadline(deadline: Deadline, text: str, confidence: float) -> dict[str, Any]:
    return {
        "kind": deadline.kind,
        "start": _iso(deadline.start),
        "end": _iso(deadline.end),
        "recurrence": deadline.recurrence,
        "text": text,
        "inherited": deadline.inherited,
        "confidence": round(confidence, 2),
    }


def _measure(measure: Measure, text: str) -> dict[str, Any]:
    value = int(measure.value) if float(measure.value).is_integer() else measure.value
    return {"comparator": measure.comparator, "value": value, "unit": measure.unit, "text": text}


def _reference(reference: Reference, text: str) -> dict[str, Any]:
    return {"kind": reference.kind, "number": reference.number, "date": _iso(reference.date), "text": text}


def _vote(vote: Vote | None) -> dict[str, Any] | None:
    if vote is None:
        return None
    return {
        "for": vote.for_,
        "against": vote.against,
        "abstained": vote.abstained,
        "unanimous": vote.unanimous,
    }


def _location(source: Source, decision: Decision) -> dict[str, Any]:
    """Offsets of the whole decision, and where it begins in print; the box is of its lines on its first page, in the column
    that it begins in."""
    origins = [origin for part in decision.parts for origin in source.origins_in(part)]
    first = origins[0] if origins else None
    boxes = [o.bbox for o in _in_one_column(source, origins) if o.bbox]
    return {
        "start": decision.span.start,
        "end": decision.span.stop,
        "page": first and first.page,
        "line": first and first.line,
        "paragraph": first and first.paragraph,
        "bbox": _union(boxes) if boxes else None,
    }


def _in_one_column(source: Source, origins: Sequence[Origin]) -> Iterator[Origin]:
    """Those of `origins` on the first one's page, up to where its column ends: the next line stands higher up. A row of a
    table is whole."""
    tabled = any(
        table.span.start <= origin.span.start < table.span.stop
        for origin in origins[:1]
        for table in source.tables
    )
    line = 0
    for origin in origins:
        if origin.page != origins[0].page:
            continue
        if not tabled and (origin.line or line) < line:
            return
        line = origin.line or line
        yield origin


def _union(boxes: list[Box]) -> list[float]:
    left, top, right, bottom = zip(*boxes, strict=True)
    return [round(edge, 2) for edge in (min(left), min(top), max(right), max(bottom))]


def _event(meeting: Meeting | None) -> dict[str, Any] | None:
    if meeting is None:
        return None
    return {"name": meeting.name, "start": _iso(meeting.start), "end": _iso(meeting.end)}


def _next_meeting(source: Source, found: Found[Meeting] | None) -> dict[str, Any] | None:
    if found is None or found.value is None:
        return None
    return {"start": _iso(found.value.start), "end": _iso(found.value.end), "text": source.quote(found.span)}


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    span = diagnostic.span
    return {
        "check": diagnostic.check,
        "level": diagnostic.level,
        "message": message(diagnostic.check, **dict(diagnostic.values)),
        "start": span.start if span else None,
        "end": span.stop if span else None,
        "decision": diagnostic.decision,
    }


def _value(found: Found[Any] | None) -> Any:
    return found.value if found else None


def _known(found: tuple[Found[Any], ...]) -> list[Found[Any]]:
    """Those that were understood; the others are diagnostics."""
    return [f for f in found if f.value is not None]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
