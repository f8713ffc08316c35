"""Outputs against answers made by hand: the figures of `resodoc score`. The form of an answer is in `docs/gold.md`.

items      F1 of decisions found, where found = the text starts at the right place
extents    share of the answer's decisions that also end at the right place, with the right number of words
ids        share of the answer's decisions whose dotted id is right
acts       share with the right class of decision
verbs      F1 of the lemmas of what is to be done
owners     F1 of (name in the nominative, decision)
roles      share of the answer's owners that carry the right role
deadlines  F1 of (kind, start, end, recurrence), decision by decision
fields     share of document fields right, with the outcomes, votes and measures of decisions
noise      share of the lines that must not leak into the text that did not
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from resodoc.corpus.likeness import (
    common,
    ends,
    norm,
    paired,
    same_deadline,
    same_measure,
    same_name,
    same_number,
    same_owner,
    same_role,
    starts,
    within,
    words,
)

Answer = dict[str, Any]
Output = dict[str, Any]

F1 = ("items", "verbs", "owners", "deadlines")
FIGURES = (*F1, "extents", "ids", "acts", "roles", "fields", "noise")


@dataclass(frozen=True, slots=True)
class Mark:
    """What one comparison adds to a figure: `hit` right, of `gold` that the answer has and `pred` that the output
    has. `miss` says what is wrong, for people; empty when nothing is."""

    figure: str
    hit: int
    gold: int = 1
    pred: int = 0
    miss: str = ""


def figures(marks: Iterable[Mark]) -> dict[str, float | None]:
    """Each figure in 0..1; None where the answers have nothing to measure it by."""
    totals = {name: [0, 0, 0] for name in FIGURES}
    for mark in marks:
        total = totals[mark.figure]
        for i, count in enumerate((mark.hit, mark.gold, mark.pred)):
            total[i] += count
    return {name: _ratio(hit, gold, pred, name in F1) for name, (hit, gold, pred) in totals.items()}


def _ratio(hit: int, gold: int, pred: int, f1: bool) -> float | None:
    over = gold + pred if f1 else gold
    return (2 * hit if f1 else hit) / over if over else None


def score(gold: Answer, pred: Output) -> list[Mark]:
    """Everything that one document adds to the figures; `pred` is empty when there is no output for it."""
    pairs = pair(gold.get("decisions", []), pred.get("decisions") or [])
    return [
        *_items(gold, pred, pairs),
        *(mark for want, got in pairs for mark in _decision(want, got)),
        *(mark for want, got in pairs for mark in _decision_fields(want, got)),
        *_document_fields(gold, pred),
        *_noise(gold, pred),
    ]


def pair(gold: Sequence[Answer], pred: Sequence[Output]) -> list[tuple[Answer, Output]]:
    """Each decision of the answer with the output's that begins alike, the same id first; {} when there is none."""
    free = list(pred)
    out = []
    for want in gold:
        begins = want.get("begins_any") or [want["begins"]]
        alike = [got for got in free if starts(got.get("text", ""), begins)]
        if "begins_any" in want and "contains" in want:
            alike = [got for got in alike if within(want["contains"], got.get("text"))]
        best = min(alike, key=lambda got: got.get("id") != want["id"], default={})
        free = [got for got in free if got is not best]
        out.append((want, best))
    return out


def _items(gold: Answer, pred: Output, pairs: Sequence[tuple[Answer, Output]]) -> Iterator[Mark]:
    optional = gold.get("optional_begins", [])
    found = [got for _, got in pairs if got]
    for want, got in pairs:
        miss = "" if got else f"missed {want['id']}: {want.get('begins') or want.get('begins_any')}"
        yield Mark("items", bool(got), 1, bool(got), miss)
    for got in pred.get("decisions") or []:
        text = got.get("text", "")
        if not any(got is one for one in found) and not starts(text, optional):
            yield Mark("items", 0, 0, 1, f"extra {got.get('id')}: {text[:70]}")


def _decision(want: Answer, got: Output) -> Iterator[Mark]:
    text = got.get("text", "")
    yield _share(
        "extents", want, got, "", _same_extent(want, text), f"…{text[-60:]} ({len(words(text))} words)"
    )
    yield _share("ids", want, got, "", got.get("id") == want["id"], got.get("id"))
    if "act" in want:
        yield _share("acts", want, got, "act", got.get("act") == want["act"], got.get("act"))
    if "verbs" in want:
        verbs = [action.get("verb", "") for action in got.get("actions") or []]
        yield _f1("verbs", want, got, verbs, common)
    if "owners" in want:
        owners = [owner for owner in got.get("owners") or [] if owner.get("name")]
        yield _f1("owners", want, got, owners, lambda a, b: paired(a, b, same_owner))
        roles = paired(want["owners"], owners, same_role)
        yield Mark("roles", roles, len(want["owners"]))
    if "deadlines" in want:
        deadlines = got.get("deadlines") or []
        yield _f1("deadlines", want, got, deadlines, lambda a, b: paired(a, b, same_deadline))


def _same_extent(want: Answer, text: str) -> bool:
    endings = want.get("ends_any") or ([want["ends"]] if "ends" in want else [""])
    length = want.get("words", len(words(text)))
    return (
        bool(text)
        and ends(text, endings)
        and abs(len(words(text)) - length) <= max(2, 0.08 * length)
        and within(want.get("contains", ""), text)
    )


def _share(figure: str, want: Answer, got: Output, key: str, right: bool, instead: object) -> Mark:
    """A mark for one value; what was missed altogether is told once, by `items`."""
    wanted = f", wanted {want[key]}" if key else ""
    miss = "" if right or not got else f"{want['id']} {figure}: {instead}{wanted}"
    return Mark(figure, right, miss=miss)


def _f1(
    figure: str, want: Answer, got: Output, values: Sequence[Any], count: Callable[[Sequence, Sequence], int]
) -> Mark:
    hit = count(want[figure], values)
    right = hit == len(want[figure]) == len(values)
    miss = "" if right or not got else f"{want['id']} {figure}: {values}, wanted {want[figure]}"
    return Mark(figure, hit, len(want[figure]), len(values), miss)


def _field(name: str, right: bool, got: object) -> Mark:
    return Mark("fields", bool(right), miss="" if right else f"field {name}: {got}")


def _decision_fields(want: Answer, got: Output) -> Iterator[Mark]:
    at = want["id"]
    if "outcome" in want:
        yield _field(f"{at} outcome", got.get("outcome") == want["outcome"], got.get("outcome"))
    if "vote" in want:
        vote = got.get("vote") or {}
        yield _field(f"{at} vote", all(same_number(vote.get(k), v) for k, v in want["vote"].items()), vote)
    for measure in want.get("measures", []):
        measures = got.get("measures") or []
        yield _field(f"{at} measure", any(same_measure(measure, one) for one in measures), measures)


def _document_fields(gold: Answer, pred: Output) -> Iterator[Mark]:
    for key, want in (gold.get("document") or {}).items():
        got = pred.get("title" if key == "title_contains" else key)
        yield _field(key, _same_field(key, want, got), got)
    terms = {norm(d["term"]): d.get("expansion", "") for d in pred.get("definitions") or []}
    for want in gold.get("definitions", []):
        right = same_name(want["expansion"], terms.get(norm(want["term"]), ""))
        yield _field(f"definition {want['term']}", right, terms)
    agenda = pred.get("agenda") or []
    for want in gold.get("agenda_contains", []):
        yield _field(f"agenda {want}", any(within(want, question) for question in agenda), agenda)
    people = [person.get("name", "") for person in pred.get("people") or []]
    for want in gold.get("people_contain", []):
        yield _field(f"person {want}", any(within(want, name) for name in people), people)


def _same_field(key: str, want: Any, got: Any) -> bool:
    match key:
        case "title_contains":
            return within(want, got)
        case "adopted_by":
            return same_name(want, got or "")
        case "next_meeting":
            return all(str(value) == str((got or {}).get(name)) for name, value in want.items())
        case "place":
            return norm(want) == norm(got or "")
    return ("" if want is None else str(want)) == str(got or "")


def _noise(gold: Answer, pred: Output) -> Iterator[Mark]:
    texts = [d.get("text", "") for d in pred.get("decisions") or []] + list(pred.get("preamble") or [])
    lines = {norm(line) for text in texts for line in str(text).splitlines()}
    for want in gold.get("noise", []):
        yield _leak(want, not pred or any(within(want, text) for text in texts))
    for want in gold.get("noise_lines", []):
        twice = f"{norm(want)} {norm(want)}"
        yield _leak(want, not pred or norm(want) in lines or any(twice in norm(text) for text in texts))


def _leak(line: str, leaked: bool) -> Mark:
    return Mark("noise", not leaked, miss=f"noise leaked: {line}" if leaked else "")
