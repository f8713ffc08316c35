"""Persons that a document names, with their posts: in prose, in lists of those present, in signatures."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from resodoc.interpret.actors import Reading, kind_of
from resodoc.interpret.owner_place import lexicon
from resodoc.language import morph
from resodoc.language.names import in_nominative, tidy
from resodoc.language.persons import TITLES, PersonName, name_fits, person_at
from resodoc.language.phrases import Phrase, phrase
from resodoc.language.tails import DASHES, after_separator, is_infinitive, is_place
from resodoc.language.tokens import Token, tokens
from resodoc.match import Passage, match
from resodoc.model import Found, Match, Person, Span
from resodoc.rulepack import RuleSet

_CASES = ("nomn", "gent", "accs", "datv", "ablt")
_UNDER = {"к": "datv", "по": "datv", "с": "ablt", "со": "ablt", "перед": "ablt", "за": "ablt", "под": "ablt",
          "от": "gent", "для": "gent", "у": "gent", "без": "gent", "из": "gent", "на": "accs", "про": "accs"}  # fmt: skip
_PARTS_POST = DASHES | {":", "\t", "_", "/"}
_ENDS = frozenset((".", ";", "\n", "\u2028"))
_NO_OFFICE = frozenset(("ответственный", "лицо", "человек"))
_NAMED_AFTER = frozenset(("им.", "имени", "памяти"))
_REACH = 40
"""Tokens that a post is looked for in, before and behind a name."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A person in a line of tokens, read in `case`."""

    name: PersonName
    case: str
    post: str | None


def find(passage: Passage, rules: RuleSet) -> tuple[Found[Person], ...]:
    """The persons that the passage names, each once, where his name is fullest, with the first post that it gives him."""
    text, of_actor = passage.source.text, lexicon(rules.of("owners"))
    seen = match(rules.of("people"), passage)
    named = [
        n
        for line in _lines(passage, seen)
        for pieces in _sequences(text, line)
        for n in _people(Reading(text, pieces, "nomn", of_actor))
    ]
    order = {rule.id: k for k, rule in enumerate(rules.of("people"))}
    return tuple(_found(n, seen, order) for n in _each_once(named))


def _found(named: _Named, seen: tuple[Match, ...], order: dict[str, int]) -> Found[Person]:
    """The person as found by the first rule of the pack that saw some of his name."""
    span = Span(named.name.start, named.name.stop)
    at = bisect_left(seen, span.start, key=lambda m: m.span.stop - 1)
    near = [m.rule.id for m in seen[at : at + _REACH] if m.span.overlaps(span)]
    rule = min(near or [seen[0].rule.id], key=order.__getitem__)
    return Found(span, Person(named.name.name, named.post), rule, 0.9 if named.post else 0.7)


def _each_once(named: list[_Named]) -> list[_Named]:
    """One of all mentions of a person: «Ильину М.Г.» and «Ильина Марина Геннадьевна» are one, unless both stand as
    nominatives of their own."""
    out: list[_Named] = []
    for one in named:
        k = next((k for k, other in enumerate(out) if _same_person(one, other)), None)
        if k is None:
            out.append(one)
            continue
        best = max(out[k], one, key=lambda n: (n.name.name.count("."), n.case != "nomn") < (1, True) and len(n.name.name))
        out[k] = replace(best, post=out[k].post or one.post)
    return sorted(out, key=lambda n: n.name.start)


def _same_person(one: _Named, other: _Named) -> bool:
    (surname, initials), (surname2, initials2) = _key(one.name.name), _key(other.name.name)
    if initials != initials2 or not initials:
        return False
    if surname == surname2:
        return True
    oblique = "nomn" not in (one.case, other.case) or one.case != other.case
    short = min(len(surname), len(surname2))
    return oblique and short > 2 and abs(len(surname) - len(surname2)) <= 2 and surname[: short - 1] == surname2[: short - 1]


def _key(name: str) -> tuple[str, str]:
    """The surname and the initials of a name, in whatever order and length it is printed."""
    words = name.lower().replace(".", ". ").split()
    shortened = [w for w in words if w.endswith(".")]
    if shortened:
        return "".join(w for w in words if not w.endswith(".")), "".join(w[0] for w in shortened)
    first_is_surname = len(words) != 3 or words[2].endswith(("ич", "на", "лы"))
    family, *given = words if first_is_surname else (words[2], *words[:2])
    return family, "".join(w[0] for w in given)


def _lines(passage: Passage, seen: tuple[Match, ...]) -> Iterator[Span]:
    """The lines in which a rule sees a name."""
    text, stop = passage.source.text, -1
    for m in seen:
        if m.span.start < stop:
            continue
        start = max(text.rfind("\n", passage.span.start, m.span.start) + 1, passage.span.start)
        end = text.find("\n", m.span.start, passage.span.stop)
        stop = passage.span.stop if end < 0 else end
        yield Span(start, stop)


def _sequences(text: str, line: Span) -> Iterator[Sequence[Token]]:
    """The line's tokens, then those inside each of its brackets."""
    pieces = tokens(text, line.start, line.stop)
    yield pieces
    for token in pieces:
        if token.kind == "bracket":
            yield tokens(text, token.start + 1, token.stop - 1)


def _people(line: Reading) -> Iterator[_Named]:
    """The persons of one line, left to right; a post in the plural goes for all whom it stands before."""
    i, shared = 0, None
    while i < len(line.tokens):
        found = _named(line, i)
        if found is None:
            i += 1
            continue
        case, name = found
        before = _post_before(line, i, case)
        if before:
            shared = in_nominative(line.text, before, singular=True) if before.core.number == "plur" else None
        elif not (shared and after_separator(line.tokens, i - 1) == i):
            shared = None
        post = shared or (in_nominative(line.text, before) if before else None)
        i = name.next
        if post is None and (after := _post_after(line, name.next, case)):
            post, i = in_nominative(line.text, after), after.next
        yield _Named(name, case, post)
        while surname := _listed_next(line, i):
            i = surname.next
            yield _Named(surname, "nomn", None)


def _listed_next(line: Reading, i: int) -> PersonName | None:
    """A surname alone behind a person in a list: «были: Иванов А., Лапина, Дзюба Т.»."""
    if i + 2 >= len(line.tokens) or line.tokens[i].text != ",":
        return None
    token, behind = line.tokens[i + 1], line.tokens[i + 2]
    alone = behind.text in (",", ".", ";") or behind.kind == "bracket"
    named = alone and token.kind == "word" and token.text[0].isupper() and not is_place(token)
    if not named or any(r.lemma in line.lexicon or r.case != "nomn" for r in token.readings[:1]):
        return None
    return PersonName(token.text, token.start, token.stop, i + 2, lone=True)


def _named(line: Reading, i: int) -> tuple[str, PersonName] | None:
    """The person at token `i`, in the case that his post, his neighbour or his ending says."""
    token = line.tokens[i]
    if not token.text[0].isupper() or (i and line.tokens[i - 1].text.lower() in _NAMED_AFTER):
        return None
    fits = [(c, name) for c in _CASES if (name := person_at(line.tokens, i, c)) and name_fits(line.tokens, i, c)]
    if not fits:
        return None
    ruled = _ruled_case(line, i)
    case, name = max(fits, key=lambda f: (f[1].next, _holds_office(line, i, f[0]), f[0] == ruled))
    sure = _holds_office(line, i, case)[0] or _is_name(line.tokens[i : name.next])
    return (case, name) if sure and _has_surname(name) else None


def _holds_office(line: Reading, i: int, case: str) -> tuple[int, int]:
    """How much an office before the name speaks for `case`: one in the singular more than one in the plural, then the
    longer one."""
    found = _post_before(line, i, case)
    return (0, 0) if found is None else (2 if found.core.number == "sing" else 1, found.stop - found.start)


def _has_surname(name: PersonName) -> bool:
    """«Иван Петрович» alone does not say who."""
    words = name.name.split()
    return len(words) != 2 or "." in name.name or not words[1].lower().endswith(("вич", "ьич", "вна", "чна"))


def _is_name(parts: Sequence[Token]) -> bool:
    """«А. Утвердить» is an item: beside one initial a surname has to look like one."""
    initials = next((t for t in parts if t.kind == "initials"), None)
    if initials is None or initials.text.count(".") > 1:
        return True
    words = [t for t in parts if t.kind == "word"]
    return any(not morph.known(t.text) or any("Surn" in r.grammemes for r in t.readings) for t in words)


def _ruled_case(line: Reading, i: int) -> str:
    """The case that the word before asks for: «информацию Петрова», «с Ивановой», «избрать Сидорову»."""
    if not i:
        return "nomn"
    before = line.tokens[i - 1]
    if before.text == ":" and i > 1 and any("tran" in r.grammemes for r in line.tokens[i - 2].readings[:1]):
        return "accs"  # «СЛУШАЛИ: Петрова А.А.»
    if before.text.lower() in _UNDER:
        return _UNDER[before.text.lower()]
    if is_infinitive(before) or (before.kind == "word" and any(r.pos == "GRND" for r in before.readings[:1])):
        return "accs"
    if before.kind != "word" or not before.text[0].islower() or before.readings[0].pos != "NOUN":
        return "nomn"
    if "anim" in before.readings[0].grammemes:
        return "accs" if before.readings[0].case == "ablt" else "nomn"  # «избрать старостой Иванову»
    return "gent"


def _post_before(line: Reading, i: int, case: str) -> Phrase | None:
    """The office that ends at token `i`, or before the dash, colon or TAB there: the longest of the sentence."""
    end = i
    while end and (line.tokens[end - 1].text in _PARTS_POST or line.tokens[end - 1].text.lower() in TITLES):
        end -= 1
    first = max(0, end - _REACH)
    for k in range(end - 1, first - 1, -1):
        if line.tokens[k].text in _ENDS or line.tokens[k].text == ":":
            first = k + 1
            break
    cases = (case,) if end == i else (case, "nomn")
    for k in range(first, end):
        for c in cases:
            if line.tokens[k].kind == "word" and (found := _office(line, k, c)) and found.next == end:
                return found
    return None


def _post_after(line: Reading, j: int, case: str) -> Phrase | None:
    """The office behind a name: «– председатель», «, директор школы», in a table's next cell, or right behind."""
    parted = j < len(line.tokens) and (line.tokens[j].text in _PARTS_POST or line.tokens[j].text == ",")
    while j < len(line.tokens) and (line.tokens[j].text in _PARTS_POST or line.tokens[j].text == ","):
        j += 1
    for c in dict.fromkeys((case, "nomn")):
        found = _office(line, j, c)
        if found is None or found.core.number != "sing":
            continue
        own_holder = person_at(line.tokens, found.next, c) or person_at(line.tokens, j, c)
        if not own_holder and (parted or line.tokens[j].text[0].islower()):
            return found
    return None


def _office(line: Reading, k: int, case: str) -> Phrase | None:
    """The phrase at token `k` when it names an office: «директор школы», not «участие»."""
    if k >= len(line.tokens):
        return None
    found = phrase(line.tokens, k, case, line.lexicon)
    if found is None or found.core.acronym or found.core.lemma in _NO_OFFICE:
        return None
    office = line.lexicon.get(found.core.lemma) == "role" or kind_of(found, {}) in ("role", "group")
    return found if office else None


def name_in(text: str) -> str | None:
    """The first person's name in `text`, as printed: who signed a line."""
    pieces = tokens(text)
    names = (person_at(pieces, i, "nomn") for i in range(len(pieces)))
    return next((tidy(n.name) for n in names if n), None)
