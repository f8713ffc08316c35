"""Lists of those whom a text names: «А, Б и В», several posts of one person, one head for many names."""

from __future__ import annotations

from dataclasses import replace

from resodoc.interpret.actors import Actor, View, actor_at, bracket_person
from resodoc.language import morph
from resodoc.language.cores import in_case
from resodoc.language.names import in_nominative, tidy
from resodoc.language.persons import person_at
from resodoc.language.phrases import Phrase, phrase
from resodoc.language.tokens import DASHES, after_separator
from resodoc.model import Span

_MAX_LISTED = 60
_LABELS = frozenset(("соисполнитель", "исполнитель", "ответственный"))
"""Words that a dash or colon behind makes the label of other actors."""


def actors(view: View, i: int) -> tuple[Actor, ...]:
    """The actors listed from token `i` on: «А, Б и В», each with its person in brackets, post or surname."""
    out: list[Actor] = []
    found = actor_at(view, i)
    while found and len(out) < _MAX_LISTED:
        out += _persons_of(view, found)
        last = out[-1]
        k = _separated(view, last.next)
        if k == last.next:
            break
        found = _distributed(view, last, k) or actor_at(view, k)
        if found and not (found.known or _listed_name(view, last.next, k) or _parallel(view, found)):
            break
        if (
            found
            and found.lemma in _LABELS
            and _parts(view, found.phrase.core.next if found.phrase else found.next)
        ):
            break
    return _merged(view, out)


def _parts(view: View, j: int) -> bool:
    return j < len(view.tokens) and (view.tokens[j].text == ":" or view.tokens[j].text in DASHES)


def _listed_name(view: View, j: int, k: int) -> bool:
    """Whether a list of names by itself goes on with one that nothing but its capital shows: «Минфин, Технадзор»."""
    return view.lines and view.tokens[j].text == "," and view.tokens[k].text[0].isupper()


def _parallel(view: View, actor: Actor) -> bool:
    """Whether a noun in the list can be nothing but another dative: «участникам, вузам и музеям»."""
    return view.case == "datv" and actor.sure and actor.kind == "group"


def _separated(view: View, j: int) -> int:
    k = after_separator(view.tokens, j)
    while view.lines and k < len(view.tokens) and view.tokens[k].text in ("\n", "\u2028", ";"):
        k = after_separator(view.tokens, k + 1)
    return k


def _persons_of(view: View, actor: Actor) -> list[Actor]:
    """«вице-губернаторов Иванова И.И. и Петрова П.П.»: each person with the post in the singular."""
    if actor.kind != "group" or actor.phrase is None:
        return [actor]
    if out := _of_places(view, actor, actor.phrase):
        return out
    j = actor.next + (actor.next < len(view.tokens) and view.tokens[actor.next].text == ":")
    post = in_nominative(view.text, actor.phrase, singular=True)
    while named := person_at(view.tokens, j, view.case):
        out.append(Actor(named.name, "person", Span(named.start, named.stop), named.next, post=post))
        bracket = named.next < len(view.tokens) and view.tokens[named.next].kind == "bracket"
        j = after_separator(view.tokens, named.next + bracket)
    return out or [actor]


def _of_places(view: View, first: Actor, found: Phrase) -> list[Actor]:
    """«главам Лесного (Уткин А.А.) и Озёрного (Седов Б.Б.) районов»: each with the noun in the singular; none elsewhere."""
    pieces, j, places = view.tokens, first.next, [first.next - 2]
    if first.person is None or not in_case(pieces[j - 2], "gent", ("ADJF",)):
        return []
    while (k := after_separator(pieces, j)) > j and k + 1 < len(pieces):
        if not (in_case(pieces[k], "gent", ("ADJF",)) and bracket_person(pieces[k + 1])):
            break
        places.append(k)
        j = k + 2
    nouns = in_case(pieces[j], "gent", ("NOUN",)) if j < len(pieces) else []
    noun = (
        morph.inflect(pieces[j].text, frozenset({"gent", "sing"}), frozenset({"NOUN", "plur"}))
        if nouns
        else None
    )
    if len(places) < 2 or noun is None:
        return []
    office = in_nominative(
        view.text, replace(found, stop=found.core.head.stop, words=found.core.words), singular=True
    )
    return [
        replace(
            first,
            name=f"{office} {pieces[at].text} {noun}",
            kind="role",
            person=bracket_person(pieces[at + 1]),
            span=Span(first.span.start if at == places[0] else pieces[at].start, pieces[at + 1].stop),
            next=j + 1,
        )
        for at in places
    ]


def _distributed(view: View, first: Actor, k: int) -> Actor | None:
    """«главам поселений Ивановское (Петров А.А.), Покровское (Седов Б.Б.)»: the second of them, with the first's head."""
    if first.person is None or first.phrase is None or first.kind == "person":
        return None
    j = k
    while j < len(view.tokens) and view.tokens[j].kind == "word" and view.tokens[j].text[0].isupper():
        j += 1
    if j == k or j >= len(view.tokens) or not (person := bracket_person(view.tokens[j])):
        return None
    if phrase(view.tokens, k, view.case, view.lexicon):
        return None
    shared = replace(first.phrase, stop=first.phrase.plain)
    words = tuple(w for w in shared.words if w.token.stop <= shared.stop)
    start, stop = view.tokens[k].start, view.tokens[j - 1].stop
    name = tidy(f"{in_nominative(view.text, replace(shared, words=words))} {view.text[start:stop]}")
    return replace(first, name=name, person=person, span=Span(start, view.tokens[j].stop), next=j + 1)


def _merged(view: View, found: list[Actor]) -> tuple[Actor, ...]:
    """Posts of one person made one: «заместитель главы, начальник управления [Иванова И.И.]» parted by a comma."""
    out: list[Actor] = []
    for actor in found:
        if out and _same_holder(view, out[-1], actor):
            first = out.pop()
            between = view.text[first.span.stop : actor.span.start]
            if actor.kind == "person":
                actor = replace(actor, post=tidy(f"{first.name}{between}{actor.post}"))
            else:
                actor = replace(actor, name=tidy(f"{first.name}{between}{actor.name}"))
            actor = replace(actor, span=Span(first.span.start, actor.span.stop))
        out.append(actor)
    return tuple(out)


def _same_holder(view: View, first: Actor, second: Actor) -> bool:
    if first.kind != "role" or first.person or not second.lemma:
        return False
    if second.kind != "role" and not (second.kind == "person" and second.post):
        return False
    between = view.text[first.span.stop : second.span.start].strip()
    if between == "и" and view.merge and second.post and not DASHES.isdisjoint(second.post.split()):
        return True  # «заместителя главы и начальника штаба – руководителя аппарата Иванова И.И.»
    return between == "," and (view.merge or (first.lemma == "заместитель" and second.kind == "person"))
