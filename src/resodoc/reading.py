"""What a node of the outline says by itself, before it inherits anything: every finder run over its own words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from resodoc.interpret import actions, acts, deadlines, measures, owners, references, votes
from resodoc.language import clauses, morph
from resodoc.match import About, Passage
from resodoc.model import Act, Action, Block, Deadline, Found, Measure, Owner, Reference, Source, Span, Vote
from resodoc.outline import Node
from resodoc.rulepack import RuleSet

_LISTS_PEOPLE = frozenset(
    {"establish", "elect", "approve"}
)  # their further paragraphs list members, not doers
_NEVER_ORDERED = frozenset({"control", "force", "recommend", "propose"})
_BODY = "owner.body"
_MOST_WORDS = 25  # a longer lead-in is a sentence, not a name
_LED = 4  # words: «Зав. лаб. Шилову Н.П. провести» shows its dative late
_LEADS = ("owner.body", "owner.office")
_EDGE = 3  # characters that may stand before the first word: a quote, a dash
PASSED_ON = frozenset({"recommend", "instruct", "propose", "appeal"})
"""Acts by which one body makes others act: their class is that of all that stands under them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The meaning of one stretch: a node's own words with its slots, or words that govern nodes (`act`, `owners`, `deadlines`)."""

    act: Found[Act] | None = None
    actions: tuple[Found[Action], ...] = ()
    owners: tuple[Found[Owner], ...] = ()
    deadlines: tuple[Found[Deadline], ...] = ()
    measures: tuple[Found[Measure], ...] = ()
    references: tuple[Found[Reference], ...] = ()
    vote: Found[Vote] | None = None
    lost: bool = False
    owner_blank: Span | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """Runs the finders of `rules` over stretches of one document."""

    source: Source
    folded: str
    rules: RuleSet
    about: About

    def passage(self, span: Span) -> Passage:
        return Passage(self.source, self.folded, span, self.about)

    def node(self, node: Node) -> Reading:
        """All that the node says of itself."""
        bodies = [self.passage(span) for span in _stretches(node, bullets=False)]
        everything = [self.passage(span) for span in _stretches(node, bullets=True)]
        first = bodies[0]
        slots = [self.passage(block.span) for block in node.slots if not block.kind.startswith("cell-")]
        cells = [
            (self.passage(block.span), block.kind) for block in node.slots if block.kind.startswith("cell-")
        ]
        act = next(iter(acts.find(first, self.rules)), None)
        ordering = (
            bodies if act is None or act.value is None or act.value.name not in _LISTS_PEOPLE else bodies[:1]
        )
        found_owners = [f for p in (*ordering, *slots) for f in owners.find(p, self.rules)]
        found_deadlines = [f for p in (*everything, *slots) for f in deadlines.find(p, self.rules)]
        if not found_owners and act is None and node.is_open(self.source):
            found_owners = list(_named_by_lead(first, self.rules))
        if not found_owners and first.text.rstrip().endswith(":"):
            found_owners = list(owners.of_list(self.passage(node.span), self.rules))
        for cell, kind in cells:
            if "owner" in kind and not cell.text.strip():
                found_owners.append(Found(cell.span, None, "column.owner"))
            found_owners += _cell_owners(cell, kind, self.rules)
            found_deadlines += deadlines.of_cell(cell, self.rules) if "deadline" in kind else ()
        counted = [block.span for block in node.votes] or _where_votes_are_told(node)
        vote, lost = votes.vote_of([self.passage(span) for span in counted], self.rules)
        lost = lost or any(
            f.value == "rejected" and f.span.start == first.span.start for f in votes.find(first, self.rules)
        )
        blanks = [f.span for f in found_owners if f.value is None]
        return Reading(
            act=_ordered(act, found_owners, first),
            actions=tuple(f for p in bodies for f in actions.find(p, self.rules)),
            owners=_distinct([f for f in found_owners if f.value is not None]),
            deadlines=deadlines.standing(found_deadlines, self.rules),
            measures=tuple(f for p in everything for f in measures.find(p, self.rules)),
            references=tuple(f for p in everything for f in references.find(p, self.rules)),
            vote=vote,
            lost=lost,
            owner_blank=blanks[0] if blanks else None,
        )

    def governor(self, block: Block) -> Reading:
        """What a heading or lead passes on: its act and those whom it names."""
        passage = self.passage(block.span)
        rule = self.rules.get(block.rule) if block.rule else None
        named = acts.find(passage, self.rules)
        act = next((f for f in named if f.value and f.value.name in PASSED_ON), next(iter(named), None))
        if block.kind == "resolved":
            name = rule.value.get("act") if rule else None
            if name is None:
                return Reading()
            act = Found(block.span, Act(name, act.value.verb if act and act.value else ""), block.rule)
        if block.kind == "heading" and act and act.rule in ("act.task", "act.norm"):
            act = None
        addressed = tuple(f for f in _named_above(passage, self.rules) if f.value is not None)
        return Reading(
            act=act,
            owners=addressed,
            deadlines=deadlines.find(passage, self.rules) if block.kind == "lead" else (),
        )


def _named_above(heading: Passage, rules: RuleSet) -> tuple[Found[Owner], ...]:
    """Whose tasks a heading names; one that is but the name of a body, in the dative, needs no further sign."""
    found = owners.of_heading(heading, rules)
    if found or len(heading.words) > _MOST_WORDS or not clauses.opens_with_dative(heading.words):
        return found
    return tuple(replace(f, rule=_BODY) for f in owners.of_cell(heading, rules))


def _named_by_lead(lead: Passage, rules: RuleSet) -> tuple[Found[Owner], ...]:
    """Whom a lead-in without a verb names: «ОМВД (Тюфяков С.А.):», «Директорам школ:»."""
    if (
        len(lead.words) > _MOST_WORDS
        or not lead.words
        or not (
            (lead.words[0].text.isupper() and len(lead.words[0].text) > 1)
            or clauses.opens_with_dative(lead.words)
        )
    ):
        return ()
    return owners.of_heading(lead, rules) or tuple(
        replace(f, rule=_BODY) for f in owners.of_cell(lead, rules)
    )


def _where_votes_are_told(node: Node) -> list[Span]:
    """Without a count of its own: the sentence of a report, or the words that open what was resolved («единогласно решили:»)."""
    if node.block.kind == "told":
        return [node.span]
    return [block.span for block in node.governors if block.kind == "resolved"]


def _ordered(act: Found[Act] | None, found: list[Found[Owner]], passage: Passage) -> Found[Act] | None:
    """An order without «поручить»: whoever must act opens the item in the dative, whatever verb follows."""
    if (
        act is None
        or act.value is None
        or (act.value.name in _NEVER_ORDERED and act.rule != "act.control-off")
    ):
        return act
    words = passage.words
    verb = next(iter(clauses.main_verbs(passage.source.text, words)), None)
    if verb is None or verb.form != "infinitive" or verb.word.start == words[0].start:
        return act
    named = any(
        f.value and f.value.role == "executor" and f.span.start <= passage.span.start + _EDGE for f in found
    )
    led = [w for w in words if w.stop <= verb.word.start][:_LED]
    late = any(_is_dative(w) for w in led[1:])
    led_by = any(f.rule in _LEADS and f.span.stop <= verb.word.start for f in found)
    opens = (
        led_by
        or clauses.opens_with_dative(words)
        or (named and (_may_be_dative(words[0]) or late or _is_person(found, passage)))
    )
    if not opens:
        return act
    return Found(Span(words[0].start, verb.word.stop), Act("instruct", verb.lemma), "act.addressed")


def _is_person(found: list[Found[Owner]], passage: Passage) -> bool:
    """«Зимина А.А. – подготовить …»: a person at the start is ordered in any case."""
    return any(
        f.value and f.value.kind == "person" and f.span.start <= passage.span.start + _EDGE for f in found
    )


def _is_dative(word: morph.Word) -> bool:
    """A dative that is no nominative or genitive as well."""
    cases = {r.case for r in word.readings}
    return "datv" in cases and not cases & {"nomn", "gent"}


def _may_be_dative(word: morph.Word) -> bool:
    """A dative, or a word that does not decline («МВД России определить …»)."""
    return word.text.isupper() or any(r.case == "datv" or "Fixd" in r.grammemes for r in word.readings)


def _stretches(node: Node, bullets: bool) -> list[Span]:
    """The node's own text as few stretches as possible: parts that adjoin are read together, for a phrase may cross them.
    Without `bullets` the objects that the item lists are left out: they say nothing of who does what."""
    out: list[Span] = []
    for part in node.parts:
        if part.kind == "quote" or (part.kind == "bullet" and part is not node.block and not bullets):
            continue
        if out and part.span.start - out[-1].stop <= 1:
            out[-1] = Span(out[-1].start, part.span.stop)
        else:
            out.append(part.span)
    return out


def _cell_owners(cell: Passage, kind: str, rules: RuleSet) -> list[Found[Owner]]:
    roles = {"owner": "executor", "co-executor": "co-executor", "controller": "controller"}
    role = next(
        (
            role
            for name, role in roles.items()
            if kind.removeprefix("cell-").startswith(name) or name in kind.split("-")
        ),
        None,
    )
    if role is None and "owner" not in kind:
        return []
    return [
        # «Пресс-служба совместно с отделом связи» says itself who stands beside whom.
        replace(f, value=replace(f.value, role=role or "executor"))
        if f.value and f.value.role == "executor"
        else f
        for f in owners.of_cell(cell, rules)
    ]


def _distinct(found: list[Found[Owner]]) -> tuple[Found[Owner], ...]:
    """The first mention of each owner in each role."""
    seen: dict[tuple[str, str], Found[Owner]] = {}
    for f in found:
        if f.value:
            seen.setdefault((f.value.name.lower(), f.value.role), f)
    return tuple(seen.values())
