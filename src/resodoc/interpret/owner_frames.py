"""How the owners' verbs govern: «поручить кому», «возложить на кого», «совместно с кем», «выдаётся кем», «за собой»."""

from __future__ import annotations

from collections.abc import Sequence

from resodoc.interpret.actor_lists import actors
from resodoc.interpret.actors import Actor, with_post_before
from resodoc.interpret.owner_place import Place, is_preposition, starts
from resodoc.interpret.owner_slots import listed_below
from resodoc.language import clauses, morph
from resodoc.language.cores import core
from resodoc.language.tokens import DASHES, Token, is_infinitive
from resodoc.model import Found, Match, Owner

_NEXT_CHARGE = frozenset((":", "контроль"))
_LET_NORM = frozenset(("установить", "определить"))


def governed(at: Place, m: Match, near: bool = True) -> list[Found[Owner]]:
    """Whom the verb governs, in the cases and with the prepositions of `value.governs`: behind it, else before it."""
    value = m.rule.value
    by_lemma = "verb" in m.groups
    verb = at.index(m.span.start)
    if by_lemma and _is_attribute(at.tokens[verb]):
        return []
    behind = verb + 1 if by_lemma else at.index(m.span.stop)
    first, last = at.sentence(verb)
    if behind + 1 < last and at.tokens[behind].text == ":":
        behind += 1  # «Поручить: Петрову П.П. …»
    if "list" in value and (told := listed_below(at, m)):
        return told
    found = _governed(at, m, behind, _until_task(at, behind, last), near)
    if not found and value.get("before") != "no":
        found = _governed(at, m, first, verb)
    if found and value["governs"] in ("datv", "accs"):
        found += others_told(at, found[-1].next, last, value["governs"])
    return [at.found(a, value["role"], m.rule.id, 0.95 if a.sure else 0.8) for a in found]


def _is_attribute(token: Token) -> bool:
    """«возложенные на комиссию задачи», «уполномоченный орган»: a participle decides nothing."""
    return bool(token.readings) and token.readings[0].pos in ("PRTF", "ADJF")


def _until_task(at: Place, i: int, stop: int) -> int:
    """The index of the infinitive, colon or «контроль» (which others get) that the governed part of the sentence ends at."""
    for k in range(i, stop):
        if is_infinitive(at.tokens[k]) or at.tokens[k].text.lower() in _NEXT_CHARGE:
            return k
    return stop


def _governed(at: Place, m: Match, i: int, stop: int, near: bool = True) -> tuple[Actor, ...]:
    """The first actors from token `i` to `stop` that an option of `governs` («на accs») fits. Right behind the verb
    (`near`) any noun will do in the dative, and a form that may be a genitive too is taken elsewhere only for want of a
    better. A preposition may stand again: «возложить … на А, … на Б»."""
    value = m.rule.value
    options = [option.split() for option in value["governs"].split(";")]
    except_ = value.get("except", "").split()
    merge = value["role"] == "controller"
    taken: tuple[Actor, ...] = ()
    doubtful: tuple[Actor, ...] = ()
    for under, j in starts(at, i, stop):
        for *preposition, case in options:
            if not _under(at, preposition, under, j):
                continue
            reading = at.reading(case, lone=True, merge=merge)
            found = actors(reading, j)
            if not found:
                continue
            found = (with_post_before(reading, found[0], j, i), *found[1:])
            if found[0].lemma in except_ or found[0].kind != value.get("who", found[0].kind):
                continue
            direct = near and j == i and not preposition and _takes_task(at, case, found[-1].next)
            if (found[0].known and (found[0].sure or preposition or (near and j == i))) or direct:
                taken += found
                if not preposition:
                    return taken
            elif found[0].known and near and not doubtful:
                doubtful = found
    return taken or doubtful


def others_told(at: Place, i: int, last: int, case: str = "datv") -> tuple[Actor, ...]:
    """The actors who are told something else in the same sentence: «А подготовить смету, (а) Б обзвонить жителей»."""
    out: tuple[Actor, ...] = ()
    for k in range(i, last - 1):
        if at.tokens[k].text == ",":
            found = actors(at.reading(case, lone=True), k + 2 if at.tokens[k + 1].text == "а" else k + 1)
            if found and found[0].known and found[0].sure and _told_at(at, found[-1].next, last):
                out += found
    return out


def _takes_task(at: Place, case: str, i: int) -> bool:
    """Whether the task follows that makes any noun right behind the verb its owner."""
    return (case == "datv" and _goes_on_with_task(at.tokens, i)) or (
        case == "accs" and _task_at(at, i, len(at.tokens))
    )


def _task_at(at: Place, i: int, last: int) -> bool:
    """Whether an infinitive stands at token `i`, or behind a dash there."""
    k = i + 1 if i < last and at.tokens[i].text in DASHES else i
    return k < last and is_infinitive(at.tokens[k])


def _told_at(at: Place, i: int, last: int) -> bool:
    """Whether a task stands at token `i`, or behind a dash there the object of the verb before: «…, отделу труда – оплату»."""
    if _task_at(at, i, last):
        return True
    return i + 1 < last and at.tokens[i].text in DASHES and core(at.tokens, i + 1, "accs") is not None


def _under(at: Place, preposition: list[str], under: int, j: int) -> bool:
    """Whether the phrase at `j` stands under just these words («в адрес»)."""
    if not preposition:
        return under == j and not (j and is_preposition(at.tokens[j - 1]))
    words = [t.text.lower() for t in at.tokens[max(0, j - len(preposition)) : j]]
    return words == preposition or (
        len(words) == 1 and words[0].rstrip("о") == preposition[0] and len(words[0]) < 4
    )


def joined(at: Place, m: Match, others: list[Found[Owner]]) -> list[Found[Owner]]:
    """Who acts beside others: «совместно с …»; with `value.needs: owner` only at a sentence's start or behind an owner in it."""
    value = m.rule.value
    i = at.index(m.span.stop)
    first, _ = at.sentence(at.index(m.span.start))
    begins = at.tokens[first].start
    behind = begins == m.span.start or any(begins <= f.span.start < m.span.start for f in others)
    if value.get("needs") == "owner" and not behind:
        return []
    found = [a for a in actors(at.reading(value["case"], lone=True), i) if a.known]
    return [at.found(a, value["role"], m.rule.id, 0.9) for a in found]


def signatory(at: Place, m: Match) -> list[Found[Owner]]:
    """«оставляю за собой»: whoever signed, or what `value.name` calls him."""
    name = at.passage.about.signatory
    owner = Owner(name or m.rule.value["name"], m.rule.value["role"], "person" if name else "role")
    return [Found(m.span, owner, m.rule.id, 0.95 if name else 0.5)]


def agent(at: Place, m: Match) -> list[Found[Owner]]:
    """Who does what a norm's passive says is done: «выдаётся Министерством …»."""
    verb = at.index(m.span.start)
    first, last = at.sentence(verb)
    if not _states_norm(at, first, verb):
        return []
    for i, stop in ((verb + 1, last), (first, verb)):
        for under, j in starts(at, i, stop):
            if under == j and (found := _bodies(at, "ablt", j)):
                return [at.found(a, m.rule.value["role"], m.rule.id, 0.7) for a in found]
    return []


def behind(at: Place, m: Match) -> list[Found[Owner]]:
    """Who is told to by a dative right behind the infinitive that ends its clause: «место проведения определить Союзу»."""
    verb = at.index(m.span.start)
    found = _bodies(at, "datv", verb + 1)
    if not found or not found[0].sure or not is_infinitive(at.tokens[verb]):
        return []
    end = found[-1].next
    closed = end >= len(at.tokens) or at.tokens[end].text in (".", ";", ",", "\n")
    return [at.found(a, m.rule.value["role"], m.rule.id, 0.7) for a in found] if closed else []


def does(at: Place, m: Match) -> list[Found[Owner]]:
    """Who leads the sentence or its second half in the nominative, right before a verb of the present."""
    verb = at.index(m.span.start)
    first, _ = at.sentence(verb)
    if not _is_active(at, verb):
        return []
    for k in range(first, verb):
        found = _bodies(at, "nomn", k) if k == first or at.tokens[k - 1].text == "," else []
        if found and found[-1].next == verb:
            return [at.found(a, m.rule.value["role"], m.rule.id, 0.7) for a in found]
    return []


def subject(at: Place, m: Match) -> list[Found[Owner]]:
    """Who acts in the norm that «Установить, что …» sets: the nominative beside a verb of the present."""
    i = at.index(m.span.stop)
    _, last = at.sentence(max(i - 1, 0))
    verbs = [k for k in range(i, last) if _is_active(at, k)]
    if not verbs:
        return []
    for begin, stop in ((i, verbs[0]), (verbs[0] + 1, last)):
        for under, j in starts(at, begin, stop):
            if under == j and (found := _bodies(at, "nomn", j)):
                return [at.found(a, m.rule.value["role"], m.rule.id, 0.75) for a in found]
    return []


def _bodies(at: Place, case: str, j: int) -> list[Actor]:
    """The actors at `j` when the first is a listed body or office, or an acronym."""
    found = actors(at.reading(case), j)
    if not found or not found[0].phrase:
        return []
    core = found[0].phrase.core
    return [a for a in found if a.known] if core.lemma in at.lexicon or core.acronym else []


def _states_norm(at: Place, first: int, verb: int) -> bool:
    """Whether nothing but «установить, что» and no «который» stands over the verb at `verb`."""
    for token in at.tokens[first:verb]:
        if is_infinitive(token) and morph.lemmas(token.text).isdisjoint(_LET_NORM):
            return False
        if token.kind == "word" and token.text.lower().startswith(("котор", "если", "когда")):
            return False
    return True


def _is_active(at: Place, k: int) -> bool:
    """Whether a finite verb of the present or future, not a passive in -ся, stands at token `k`."""
    verb = as_verb(at, k)
    return (
        verb is not None and verb.form == "finite" and verb.tense != "past" and not verb.lemma.endswith("ся")
    )


def as_verb(at: Place, k: int) -> clauses.Verb | None:
    token = at.tokens[k]
    return clauses.as_verb(morph.Word(token.text, token.start, token.stop)) if token.kind == "word" else None


def _goes_on_with_task(pieces: Sequence[Token], j: int) -> bool:
    """Whether a task follows in the sentence: a colon right at `j`, or an infinitive before the sentence ends."""
    for k in range(j, len(pieces)):
        token = pieces[k]
        if is_infinitive(token) or (token.text == ":" and k == j):
            return True
        if token.text in (".", ";", "\n", "!", "?"):
            return False
    return False
