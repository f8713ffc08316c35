"""The persons of one line of text and the offices that stand beside them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from resodoc.interpret.actors import View, kind_of
from resodoc.interpret.person_case import case_of
from resodoc.language import morph
from resodoc.language.names import in_nominative
from resodoc.language.persons import PersonName, is_title, name_fits, person_at
from resodoc.language.phrases import Phrase, phrase
from resodoc.language.tokens import DASHES, Token, after_separator, is_place

_CASES = ("nomn", "gent", "accs", "datv", "ablt")
_PARTS_POST = DASHES | {":", "\t", "_", "/"}
_LIKE = {"gent": ("gent", "accs"), "accs": ("accs", "gent")}
"""Cases that look alike: «вывести из состава комиссии Зимина А.А., Котову Б.Б.»."""
_SIGNED = frozenset(("\t", "_", "/"))
"""What stands before a name in a column of its own, as below a text."""
_NO_OFFICE = frozenset(("ответственный", "лицо", "человек"))
_NAMED_AFTER = frozenset(("им.", "имени", "памяти"))

Offices = dict[tuple[int, str], Phrase]
"""The offices of a line by the index of the token behind them and their case, the longest of each."""


@dataclass(frozen=True, slots=True)
class Named:
    """A person in a line of tokens, read in `case`; `others` are the nominatives that his name may have as well, where
    nothing beside it decides: «Кротова И.И. – о ремонте» is a woman who speaks or a man who is heard."""

    name: PersonName
    case: str
    post: str | None
    others: frozenset[str] = frozenset()


def people_in(line: View) -> Iterator[Named]:
    """The persons of one line, left to right; a post in the plural goes for all whom it stands before."""
    starts = frozenset(
        i for i in range(len(line.tokens)) if any(person_at(line.tokens, i, c) for c in _CASES)
    )
    offices = _offices(line) if starts else {}
    i, shared, before_it, listed = 0, None, "", -1
    while i < len(line.tokens):
        found = _named(line, offices, i, before_it if i == listed else "") if i in starts else None
        if found is None:
            i += 1
            continue
        case, name = found.case, found.name
        before = _post_before(line, offices, i, case)
        if before:
            shared = in_nominative(line.text, before, singular=True) if before.core.number == "plur" else None
        elif not (shared and after_separator(line.tokens, i - 1) == i):
            shared = None
        post = shared or (_with_first(line, offices, before, case) if before else None)
        i = name.next
        if post is None and (after := _post_after(line, i, case)):
            post, i = in_nominative(line.text, after), after.next
            found = replace(found, others=frozenset() if after.core.case == case else found.others)
        yield replace(found, post=post)
        before_it, listed = case, after_separator(line.tokens, i)
        while surname := _listed_next(line, i):
            i = surname.next
            yield Named(surname, "nomn", None)


def _offices(line: View) -> Offices:
    out: Offices = {}
    for k, token in enumerate(line.tokens):
        cases = {r.case for r in token.readings if _may_open(line, r)}
        for case in _CASES:
            if (case in cases or token.text.endswith(".")) and (found := _office(line, k, case)):
                out.setdefault((found.next, case), found)
    return out


def _may_open(line: View, reading: morph.Reading) -> bool:
    """Whether a word may be the first of an office's name."""
    return (
        reading.pos in ("ADJF", "PRTF")
        or "anim" in reading.grammemes
        or line.lexicon.get(reading.lemma) == "role"
    )


def _listed_next(line: View, i: int) -> PersonName | None:
    """A surname alone behind a person in a list: «были: Иванов А., Лапина, Дзюба Т.»."""
    if i + 2 >= len(line.tokens) or line.tokens[i].text != ",":
        return None
    token, behind = line.tokens[i + 1], line.tokens[i + 2]
    alone = behind.text in (",", ".", ";") or behind.kind == "bracket"
    named = alone and token.kind == "word" and token.text[0].isupper() and not is_place(token)
    if not named or any(r.lemma in line.lexicon or r.case != "nomn" for r in token.readings[:1]):
        return None
    return PersonName(token.text, token.start, token.stop, i + 2, lone=True)


def _named(line: View, offices: Offices, i: int, listed: str) -> Named | None:
    """The person at token `i`, in the case that his post, his neighbour, what governs him or his ending says; `listed` is
    that of the person before him in a list, if any."""
    token = line.tokens[i]
    if not token.text[0].isupper() or (i and line.tokens[i - 1].text.lower() in _NAMED_AFTER):
        return None
    fits = {c: n for c in _CASES if (n := person_at(line.tokens, i, c)) and name_fits(line.tokens, i, c)}
    if not fits:
        return None
    if "nomn" in fits and i and line.tokens[i - 1].text in _SIGNED:
        fits = {"nomn": fits["nomn"]}  # whatever post stands before
    end = max(name.next for name in fits.values())
    held = {c: _holds_office(line, offices, i, c) for c in fits}
    ruled, sure = case_of(line.tokens, _with_office(line, offices, i, fits), end, fits)
    if listed := next((c for c in _LIKE.get(listed, (listed,)) if c in fits), ""):
        ruled, sure = listed, True
    case = max(fits, key=lambda c: (fits[c].next, held[c], c == ruled))
    if not (held[case][0] or _is_name(line.tokens[i : fits[case].next])) or not _has_surname(fits[case]):
        return None
    likely = {n.name for c, n in fits.items() if n.next == end and held[c] == held[case]}
    return Named(fits[case], case, None, frozenset() if sure else frozenset(likely) - {fits[case].name})


def _with_office(line: View, offices: Offices, i: int, cases: Iterable[str]) -> int:
    """The index of the first token of the longest office before the name at `i`; `i` itself when there is none."""
    before = [post.start for c in cases if (post := _post_before(line, offices, i, c))]
    return bisect_left(line.tokens, min(before), key=lambda t: t.start) if before else i


def _holds_office(line: View, offices: Offices, i: int, case: str) -> tuple[int, int]:
    """How much an office before the name speaks for `case`: one in the singular more than one in the plural, then the
    longer one."""
    found = _post_before(line, offices, i, case)
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


def _post_before(line: View, offices: Offices, i: int, case: str) -> Phrase | None:
    """The office that ends at token `i`, or before the dash, colon or TAB there."""
    end = i
    while end and (line.tokens[end - 1].text in _PARTS_POST or is_title(line.tokens[end - 1])):
        end -= 1
    found = offices.get((end, case))
    return found or (offices.get((end, "nomn")) if end < i else None)


def _with_first(line: View, offices: Offices, post: Phrase, case: str) -> str:
    """The office in the nominative, with the one that a comma parts from it: «заместителя главы, начальника отдела Лося Б.Б.»."""
    name = in_nominative(line.text, post)
    k = bisect_left(line.tokens, post.start, key=lambda t: t.start)
    first = offices.get((k - 1, case)) if k and line.tokens[k - 1].text == "," else None
    deputy = first is not None and first.core.lemma == "заместитель" and first.core.number == "sing"
    return f"{in_nominative(line.text, first)}, {name}" if first and deputy else name


def _post_after(line: View, j: int, case: str) -> Phrase | None:
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


def _office(line: View, k: int, case: str) -> Phrase | None:
    """The phrase at token `k` when it names an office: «директор школы», not «участие»."""
    if k >= len(line.tokens):
        return None
    found = phrase(line.tokens, k, case, line.lexicon)
    if found is None or found.core.acronym or found.core.lemma in _NO_OFFICE:
        return None
    office = line.lexicon.get(found.core.lemma) == "role" or kind_of(found, {}) in ("role", "group")
    return found if office else None
