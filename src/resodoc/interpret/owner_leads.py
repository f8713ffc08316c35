"""Who leads a sentence that has no deciding verb: «Отделу культуры подготовить …», «Иванов И.И. – провести …»."""

from __future__ import annotations

from bisect import bisect_left

from resodoc.interpret.actor_lists import actors
from resodoc.interpret.actors import Actor
from resodoc.interpret.owner_frames import as_verb, others_told
from resodoc.interpret.owner_place import Place, is_preposition, starts
from resodoc.language import morph
from resodoc.language.fold import fold
from resodoc.language.tokens import DASHES, is_infinitive
from resodoc.match import compiled
from resodoc.model import Found, Owner

_BULLETS = DASHES | {"•", "*", "·"}


def leads(at: Place, others: list[Found[Owner]], labels: frozenset[int] = frozenset()) -> list[Found[Owner]]:
    """The actors that lead a sentence of the passage in which `others` has none, and that no label (offset) opens."""
    out: list[Found[Owner]] = []
    named = sorted(f.span.start for f in others)
    for first, last in at.sentences():
        start, stop = at.tokens[first].start, at.tokens[last - 1].stop
        if start in labels or at.is_quoted(start) or bisect_left(named, start) < bisect_left(named, stop):
            continue
        while first < last and at.tokens[first].text in _BULLETS:
            first += 1
        found = _dative(at, first, last)
        if found is None:
            found = (
                _nominative(at, first, last) or _accusative(at, first, last) or others_told(at, first, last)
            )
        if found and _is_object(at, found[0], found[-1].next, last):
            continue
        out += [at.found(a, "executor", at.rule_of(a).id, 0.9 if a.sure else 0.75) for a in found]
    return out


def _accusative(at: Place, first: int, last: int) -> tuple[Actor, ...]:
    """An office's holder in the accusative before an infinitive, as under «обязываю:»: «Главного технолога Лося Б.Б. решить …»."""
    found = actors(at.reading("accs"), first)
    if not found or found[0].kind != "person" or not found[0].post:
        return ()
    task = next((k for k in range(found[-1].next, last) if is_infinitive(at.tokens[k])), None)
    if task is None or _verb_between(at, found[-1].next, task) or _receives(at, found[0], task):
        return ()
    return found


def _is_named(at: Place, actor: Actor) -> bool:
    """A person, an acronym or a listed noun: «Оригинал передать …» names nobody."""
    listed = actor.lemma in at.lexicon or (actor.phrase is not None and actor.phrase.core.acronym)
    return actor.kind == "person" or (actor.known and listed)


def _is_object(at: Place, actor: Actor, i: int, last: int) -> bool:
    """«РПД «Механика» утвердить.»: letters that an infinitive follows with no object of its own are its object."""
    if actor.phrase is None or not actor.phrase.core.acronym or i >= last or not is_infinitive(at.tokens[i]):
        return False
    return i + 1 >= last or is_preposition(at.tokens[i + 1])


def _dative(at: Place, first: int, last: int) -> tuple[Actor, ...] | None:
    """Actors in the dative that an infinitive or a colon follows, after no more than dates and grounds; none when the
    dative only gets something, `None` when there is no dative."""
    task = next((k for k in range(first, last) if is_infinitive(at.tokens[k])), None)
    stop = last if task is None else task
    for under, j in starts(at, first, stop):
        if under != j:
            continue
        found = actors(at.reading("datv", lone=True), j)
        if (
            found
            and (found[0].known or (j == first and _does(at, found[0], task)))
            and (j == first or found[0].sure)
        ):
            end = found[-1].next
            governs = task is not None and not _verb_between(at, end, task)
            if governs or _opens_list(at, end, last):
                return () if _receives(at, found[0], task) else found + others_told(at, end, last)
            return None
        if not _is_circumstance(at, j):
            return None
    return None


def _does(at: Place, actor: Actor, task: int | None) -> bool:
    """Whether a noun that the lexicon has not acts: right before an infinitive of doing («Снабжению обеспечить …»)."""
    return actor.sure and actor.next == task and not morph.lemmas(at.tokens[task].text).isdisjoint(at.doing)


def _verb_between(at: Place, i: int, task: int) -> bool:
    """Whether a finite verb of the main clause stands between the actor and the infinitive."""
    verbs = (as_verb(at, k) for k in range(i, task) if not _in_relative(at, i, k))
    return any(v and v.form == "finite" and v.tense != "past" for v in verbs)


def _in_relative(at: Place, i: int, k: int) -> bool:
    """Whether «который» stands before token `k` in its clause: «организациям, которые сдают отчёты, уточнить»."""
    while k > i and at.tokens[k - 1].text != ",":
        k -= 1
        if at.tokens[k].text.lower().startswith("котор"):
            return True
    return False


def _opens_list(at: Place, i: int, last: int) -> bool:
    """Whether a colon or a dash says that the tasks follow; a sum behind it is what the dative gets."""
    if i >= len(at.tokens) or (i + 1 < last and at.tokens[i + 1].kind == "number"):
        return False
    if at.tokens[i].text in DASHES:
        office = actors(at.reading("nomn"), i + 1)
        return not (office and office[0].kind == "role")  # «Лось Т.В. – член комиссии»
    colon = next((k for k in range(i, last) if at.tokens[k].text == ":"), None)
    return colon is not None and not any(as_verb(at, k) for k in range(i, colon))


def _is_circumstance(at: Place, j: int) -> bool:
    """Whether what stands at `j` may precede the actor: a date's month or year, an adverb."""
    token = at.tokens[j]
    before = at.tokens[j - 1] if j else None
    if token.kind == "number" or (before is not None and before.kind == "number"):
        return True
    readings = token.readings
    return bool(readings) and readings[0].pos in ("ADVB", "PRCL", "CONJ", "GRND")


def _receives(at: Place, actor: Actor, task: int | None) -> bool:
    """Whether the dative is who gets something («Ивановой А.А. выплатить премию»), or no dative («Седых А.А. избрать»)."""
    if task is None:
        return False
    value, start = at.rule_of(actor).value, at.tokens[task].start
    if "gives" in value and compiled(value["gives"]).search(fold(actor.post or actor.name)):
        return False
    for kind in ("receives", "undergoes") if actor.kind == "person" else ("receives",):
        if kind in value and compiled(value[kind]).match(at.passage.folded, start, at.passage.span.stop):
            return True
    return False


def _nominative(at: Place, first: int, last: int) -> tuple[Actor, ...]:
    """Actors in the nominative before «:», a dash or nothing and an infinitive, or before a verb of the future."""
    found = actors(at.reading("nomn", lone=True), first)
    if not found or not _is_named(at, found[0]):
        return ()
    end = found[-1].next
    if end >= len(at.tokens):
        return ()
    parted = at.tokens[end].text == ":" or at.tokens[end].text in DASHES
    k = end + 1 if parted else end
    if k >= last:
        return found if at.tokens[end].text == ":" and k >= len(at.tokens) else ()
    if is_infinitive(at.tokens[k]):
        listed = at.lexicon.get(found[0].lemma)
        return () if listed == "field" and not parted else found  # «Состав комиссии представить»: an object
    verb = as_verb(at, k)
    future = not parted and verb is not None and verb.form == "finite" and verb.tense == "futr"
    return found if future and verb is not None and verb.perfective else ()


def whole(at: Place) -> list[Found[Owner]]:
    """The bodies of a text that is nothing but their names in the dative: «Правительству Озёрного края»."""
    found = actors(at.reading("datv"), 0)
    if not found or found[-1].next < len(at.tokens):
        return []
    if not all(a.known and a.kind != "person" and (a.sure or a.person) for a in found):
        return []
    return [at.found(a, "executor", at.rule_of(a).id, 0.8) for a in found]
