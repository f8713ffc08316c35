"""Who must act: the frames of the owners' rules, tried on one decision's own text or on a heading."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

from resodoc.interpret import owner_frames, owner_leads, owner_slots
from resodoc.interpret.owner_place import Place, place
from resodoc.match import Passage, match
from resodoc.model import Found, Match, Owner, Rule
from resodoc.rulepack import RuleSet

_FRAMES = {
    "governed": owner_frames.governed,
    "self": owner_frames.signatory,
    "agent": owner_frames.agent,
    "behind": owner_frames.behind,
    "does": owner_frames.does,
    "subject": owner_frames.subject,
    "slot": owner_slots.slot,
}


def find(passage: Passage, rules: RuleSet) -> tuple[Found[Owner], ...]:
    """The owners that a decision's own text names, in order; value `None` where a place for one is left empty."""
    of_kind = rules.of("owners")
    at = place(passage, of_kind)
    matches = [m for m in match(_framed(of_kind), passage) if not at.is_quoted(m.span.start)]
    found = [f for m in matches for f in _in_frame(at, m)]
    if passage.text.rstrip().endswith(":"):
        found += _addressed(at, of_kind)
    slots = [m for m in matches if m.rule.value["frame"] == "slot"]
    aside = {m.rule.id for m in matches if m.rule.value["frame"] == "slot" or "task" in m.rule.value}
    led = owner_leads.leads(
        at, [f for f in found if f.rule not in aside], frozenset(m.span.start for m in slots)
    )
    found = [
        f for f in found if not any(f.span in one.span for one in led)
    ]  # «отделу кадров (отв. Куц Л.Л.)»
    found = _not_told(at, rules, [*found, *led]) or owner_leads.whole(at) or _in_last_bracket(at, of_kind)
    return _apart(_with_joined(at, matches, found))


def _with_joined(at: Place, matches: Iterable[Match], found: list[Found[Owner]]) -> list[Found[Owner]]:
    """`found`, and those who act beside them."""
    for m in matches:
        if m.rule.value["frame"] == "joined" and not at.bracket_around(m.span.start):
            found = [*found, *owner_frames.joined(at, m, found)]
    return found


def _not_told(at: Place, rules: RuleSet, found: list[Found[Owner]]) -> list[Found[Owner]]:
    """Without those asked by somebody who is told to ask: «поручить А обратиться к Б» is A's task."""
    out = []
    for f in found:
        rule = rules.get(f.rule)
        if rule is None or "task" not in rule.value or not _is_led(at, f, found):
            out.append(f)
    return out


def _is_led(at: Place, asked: Found[Owner], found: list[Found[Owner]]) -> bool:
    """Whether somebody else of `found` leads the sentence that `asked` stands in."""
    first, _ = at.sentence(at.index(asked.span.start))
    start = at.tokens[first].start
    return any(f.rule != asked.rule and start <= f.span.start < asked.span.start for f in found)


def of_heading(passage: Passage, rules: RuleSet) -> tuple[Found[Owner], ...]:
    """Whose tasks follow a heading or a lead-in paragraph: «Действия в сфере ответственности правления:», «Министерству
    образования:», «Предложения Правительству края:»."""
    of_kind = rules.of("owners")
    at = place(passage, of_kind)
    return _apart(_addressed(at, of_kind) or owner_leads.leads(at, []) or owner_leads.whole(at))


def of_cell(passage: Passage, rules: RuleSet) -> tuple[Found[Owner], ...]:
    """The executors that a text of nothing else names, such as the cell of a table under «Ответственный»."""
    of_kind = rules.of("owners")
    slot = next(r for r in of_kind if r.value["frame"] == "slot" and r.value["role"] == "executor")
    at = place(passage, of_kind)
    matches = match(_framed(of_kind), passage)
    labelled = [f for m in matches if m.rule.value["frame"] == "slot" for f in _in_frame(at, m) if f.value]
    return _apart([*labelled, *_with_joined(at, matches, owner_slots.of_list(at, slot))])


def of_list(passage: Passage, rules: RuleSet) -> tuple[Found[Owner], ...]:
    """Whom the bullets below a verb name one by one: «Назначить ответственными: – за свет – электрика Лося Б.Б.; …»."""
    of_kind = rules.of("owners")
    at = place(passage, of_kind)
    listing = [m for m in match(_framed(of_kind), passage) if "list" in m.rule.value]
    return _apart(f for m in listing for f in owner_frames.governed(at, m))


def _addressed(at: Place, rules: tuple[Rule, ...]) -> list[Found[Owner]]:
    """Whom a heading addresses, or whose field it names."""
    return [
        f
        for m in match(_of_frame(rules, "heading"), at.passage)
        for f in owner_frames.governed(at, m, near=False)
    ]


def _in_last_bracket(at: Place, rules: tuple[Rule, ...]) -> list[Found[Owner]]:
    """Whom the bracket at the end of a task names that nothing else gives an owner."""
    return [f for m in match(_of_frame(rules, "ending"), at.passage) for f in owner_slots.ending(at, m)]


@lru_cache(maxsize=8)
def _framed(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    return tuple(r for r in rules if r.value["frame"] not in ("actor", "heading", "ending"))


@lru_cache(maxsize=8)
def _of_frame(rules: tuple[Rule, ...], frame: str) -> tuple[Rule, ...]:
    return tuple(r for r in rules if r.value["frame"] == frame)


def _in_frame(at: Place, m: Match) -> list[Found[Owner]]:
    frame = _FRAMES.get(m.rule.value["frame"])
    around = at.bracket_around(m.span.start)
    if frame is None or (around and frame is not owner_slots.slot):
        return []
    return frame(at.inside(around) if around else at, m)


def _apart(found: list[Found[Owner]]) -> tuple[Found[Owner], ...]:
    """In order of the text; of those that overlap, or name the same again in the same role, the first found."""
    out: list[Found[Owner]] = []
    seen: set[tuple[str, str]] = set()
    for f in found:
        named = (f.value.name, f.value.role) if f.value else None
        k = bisect_left(out, f.span.start, key=lambda o: o.span.start)
        if named in seen or any(o.span.overlaps(f.span) for o in out[max(0, k - 1) : k + 1]):
            continue
        out.insert(k, f)
        seen |= {named} if named else set()
    return tuple(out)
