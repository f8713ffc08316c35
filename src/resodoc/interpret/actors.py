"""Who is named at a place of the text: offices, bodies, persons with their posts, and lists of them, each as an `Actor`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from resodoc.language.names import in_nominative, tidy
from resodoc.language.persons import PersonName, name_fits, person_at
from resodoc.language.phrases import Phrase, in_case, is_clipped, phrase
from resodoc.language.tails import DASHES, after_separator, is_infinitive
from resodoc.language.tokens import Token, tokens
from resodoc.model import Owner, Span

Lexicon = Mapping[str, str]
"""Lemma of a noun that names who acts → kind: organization | role | field (a body's noun that names a field of work too)."""

_LABELS = frozenset(("соисполнитель", "исполнитель", "ответственный"))
"""Words that a dash or colon behind makes the label of other actors."""
# The first parts of «энергоцех», «юротдел», «агрохолдинг», «сельхозпредприятие».
_FIRST_PART = re.compile(
    r"(?:агро|спец|гос|мед|тех|юр|авто|энерго|рем|строй|хоз|пром|теле|радио|био|эко|меж|под|обл|гор|рай|край|проф|пед|"
    r"метод|худ|спорт|физ|нефте|газо|водо|тепло|электро|лес|рыб|птице|сель|товаро|домо|кино|фото|видео|супер|мини)+"
)
_TRADERS = frozenset(("ип", "чп", "пбоюл"))
"""Sole traders: the letters stay before the name."""
_ALIAS = ("далее", "в дальнейшем")


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody named in the text. `next` is the index of the token behind; `lemma` the head's, empty for a person; `known`:
    the lexicon, a capital or the grammar says that it is somebody; `sure`: the case cannot be another."""

    name: str
    kind: str
    span: Span
    next: int
    lemma: str = ""
    post: str | None = None
    person: str | None = None
    known: bool = True
    sure: bool = True
    phrase: Phrase | None = None

    def owner(self, role: str) -> Owner:
        """The actor as one who must act in `role`."""
        return Owner(self.name, role, self.kind, self.post, self.person)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a list of actors is read from: a text, its tokens, the case they stand in, the nouns that name actors.

    `lone`: a bare surname is a person; `lines`: a line's end parts two of them; `merge`: posts that a comma joins are one
    person's («на заместителя главы, начальника управления»).
    """

    text: str
    tokens: Sequence[Token]
    case: str
    lexicon: Lexicon
    lone: bool = False
    lines: bool = False
    merge: bool = False


def actors(reading: Reading, i: int) -> tuple[Actor, ...]:
    """The actors listed from token `i` on: «А, Б и В», each with its person in brackets, post or surname."""
    out: list[Actor] = []
    found = _actor(reading, i)
    while found:
        out += _persons_of(reading, found)
        last = out[-1]
        k = _separated(reading, last.next)
        if k == last.next:
            break
        found = _distributed(reading, last, k) or _actor(reading, k)
        if found and not (found.known or _listed_name(reading, last.next, k) or _parallel(reading, found)):
            break
        if found and found.lemma in _LABELS and _parts(reading, found.next):
            break
    return _merged(reading, out)


def _parallel(reading: Reading, actor: Actor) -> bool:
    """Whether a noun in the list can be nothing but another dative: «участникам, вузам и музеям»."""
    return reading.case == "datv" and actor.sure and actor.kind == "group"


def _parts(reading: Reading, j: int) -> bool:
    return j < len(reading.tokens) and (reading.tokens[j].text == ":" or reading.tokens[j].text in DASHES)


def _listed_name(reading: Reading, j: int, k: int) -> bool:
    """Whether a list of names by itself goes on with one that nothing but its capital shows: «Минфин, Технадзор»."""
    return reading.lines and reading.tokens[j].text == "," and reading.tokens[k].text[0].isupper()


def _separated(reading: Reading, j: int) -> int:
    k = after_separator(reading.tokens, j)
    while reading.lines and k < len(reading.tokens) and reading.tokens[k].text in ("\n", "\u2028", ";"):
        k = after_separator(reading.tokens, k + 1)
    return k


def _actor(reading: Reading, i: int) -> Actor | None:
    """One actor at token `i`."""
    if named := person_at(reading.tokens, i, reading.case, reading.lone):
        return _with_post(reading, named) if name_fits(reading.tokens, i, reading.case) else None
    found = phrase(reading.tokens, i, reading.case, reading.lexicon)
    if found is None:
        return None
    kind = kind_of(found, reading.lexicon) or _capitalised(reading, i, found)
    actor = Actor(
        name=in_nominative(reading.text, found),
        kind=kind or ("group" if found.core.number == "plur" else "organization"),
        span=Span(found.start, found.stop),
        next=found.next,
        lemma=found.core.lemma,
        known=kind is not None,
        sure=_is_sure(found),
        phrase=found,
    )
    return _with_person(reading, actor)


def kind_of(found: Phrase, lexicon: Lexicon) -> str | None:
    """organization | role | group for a phrase that names who can act, else `None`."""
    core = found.core
    kind = lexicon.get(core.lemma) or _compound_kind(core.lemma, lexicon)
    if core.number == "plur":
        return "group" if kind or core.animate else None
    if kind:
        return "organization" if kind == "field" else kind
    if core.acronym or is_clipped(core.head):
        return "organization"
    return "role" if core.animate else None


def _compound_kind(lemma: str, lexicon: Lexicon) -> str | None:
    """The kind of the listed noun that a compound is made on."""
    parts = ((lemma[:n], lemma[n:]) for n in range(2, len(lemma) - 2))
    return next((lexicon[noun] for first, noun in parts if noun in lexicon and _FIRST_PART.fullmatch(first)), None)


def _capitalised(reading: Reading, i: int, found: Phrase) -> str | None:
    """A capital inside a sentence makes a name, and so does a name in quotation marks right behind: «при участии Народного
    фронта», «с пасекой «Дупло»»."""
    inside = i > 0 and reading.tokens[i - 1].kind == "word"
    quoted = found.core.next < len(reading.tokens) and reading.tokens[found.core.next].kind == "quote"
    capital = reading.tokens[i].text[0].isupper()
    return "organization" if inside and found.core.number == "sing" and (capital or quoted) else None


def _is_sure(found: Phrase) -> bool:
    """Whether the head's form cannot be a genitive: «администрации» in the dative can."""
    core = found.core
    if core.case not in ("datv", "accs"):
        return True
    if core.acronym or not core.words:
        return False
    return not any(in_case(w.token, "gent", ("NOUN", "ADJF", "PRTF")) for w in core.words[-1:])


def _with_post(reading: Reading, named: PersonName) -> Actor:
    """A person, with the post that follows: «Иванову И.И., директору школы», «Иванов И.И. – директор»."""
    actor = Actor(named.name, "person", Span(named.start, named.stop), named.next)
    tokens_, j = reading.tokens, named.next
    if named.lone or j + 1 >= len(tokens_) or not (tokens_[j].text == "," or tokens_[j].text in DASHES):
        return actor
    if person_at(tokens_, j + 1, reading.case):
        return actor
    found = phrase(tokens_, j + 1, reading.case, reading.lexicon)
    if found is None or found.core.number != "sing" or kind_of(found, reading.lexicon) != "role":
        return actor
    if _names_itself(reading, found):
        return actor
    post = in_nominative(reading.text, found)
    return replace(actor, post=post, span=Span(named.start, found.stop), next=found.next)


def _names_itself(reading: Reading, found: Phrase) -> bool:
    """Whether the office behind a person has a holder of its own: «Иванову И.И., директору школы Петрову П.П.»."""
    following = reading.tokens[found.next] if found.next < len(reading.tokens) else None
    bracket = following is not None and following.kind == "bracket" and bool(bracket_person(following))
    return bracket or bool(person_at(reading.tokens, found.next, reading.case, reading.lone))


def _with_person(reading: Reading, actor: Actor) -> Actor:
    """The actor with the person behind it: in brackets, or the holder of the office by name."""
    actor = _skip_alias(reading, actor)
    if reading.lines and actor.next < len(reading.tokens) and reading.tokens[actor.next].text in ("\n", "\u2028"):
        held = _with_person(reading, replace(actor, next=actor.next + 1))
        return held if held.kind == "person" or held.person else actor
    if actor.next >= len(reading.tokens):
        return actor
    token = reading.tokens[actor.next]
    if token.kind == "bracket":
        if person := bracket_person(token):
            span = Span(actor.span.start, token.stop)
            return replace(actor, person=person, known=True, span=span, next=actor.next + 1)
        return replace(actor, next=actor.next + 1)
    j = actor.next + 1 if token.text in DASHES else actor.next
    named = person_at(reading.tokens, j, reading.case, lone=j == actor.next)
    if named is None or actor.kind == "group":
        return actor
    span = Span(actor.span.start, named.stop)
    if actor.lemma in _TRADERS:
        return replace(actor, name=f"{actor.name} {named.name}", kind="person", span=span, next=named.next)
    if actor.kind == "role":
        return replace(actor, name=named.name, kind="person", post=actor.name, span=span, next=named.next)
    return replace(actor, person=named.name, span=span, next=named.next)


def _skip_alias(reading: Reading, actor: Actor) -> Actor:
    """Past «(далее – Комитет)»."""
    if actor.next < len(reading.tokens):
        token = reading.tokens[actor.next]
        if token.kind == "bracket" and token.text[1:].lstrip().lower().startswith(_ALIAS):
            return replace(actor, next=actor.next + 1)
    return actor


def bracket_person(token: Token) -> str | None:
    """The first person that a bracket of names holds, in the nominative: «(Майоров С.И.)», «(директор Петров П.П.)»."""
    inside = tokens(token.text[1:-1].strip())
    for i in range(len(inside)):
        for case in ("nomn", "datv", "accs", "ablt"):
            named = person_at(inside, i, case, lone=i == 0)
            if named and name_fits(inside, i, case) and (named.next == len(inside) or not named.lone):
                return named.name
    return None


def _persons_of(reading: Reading, actor: Actor) -> list[Actor]:
    """«вице-губернаторов Иванова И.И. и Петрова П.П.»: each person with the post in the singular."""
    if actor.kind != "group" or actor.phrase is None:
        return [actor]
    out: list[Actor] = []
    j = actor.next
    post = in_nominative(reading.text, actor.phrase, singular=True)
    while named := person_at(reading.tokens, j, reading.case):
        out.append(Actor(named.name, "person", Span(named.start, named.stop), named.next, post=post))
        bracket = named.next < len(reading.tokens) and reading.tokens[named.next].kind == "bracket"
        j = after_separator(reading.tokens, named.next + bracket)
    return out or [actor]


def _distributed(reading: Reading, first: Actor, k: int) -> Actor | None:
    """«главам поселений Ивановское (Петров А.А.), Покровское (Седов Б.Б.)»: the second of them, with the first's head."""
    if first.person is None or first.phrase is None or first.kind == "person":
        return None
    j = k
    while j < len(reading.tokens) and reading.tokens[j].kind == "word" and reading.tokens[j].text[0].isupper():
        j += 1
    if j == k or j >= len(reading.tokens) or not (person := bracket_person(reading.tokens[j])):
        return None
    if phrase(reading.tokens, k, reading.case, reading.lexicon):
        return None
    shared = replace(first.phrase, stop=first.phrase.plain)
    words = tuple(w for w in shared.words if w.token.stop <= shared.stop)
    start, stop = reading.tokens[k].start, reading.tokens[j - 1].stop
    name = tidy(f"{in_nominative(reading.text, replace(shared, words=words))} {reading.text[start:stop]}")
    return replace(first, name=name, person=person, span=Span(start, reading.tokens[j].stop), next=j + 1)


def with_post_before(reading: Reading, actor: Actor, i: int, floor: int) -> Actor:
    """The person that begins at token `i` with the office that ends there, the longest from token `floor` on."""
    if actor.kind != "person" or actor.post:
        return actor
    for k in range(floor, i):
        found = phrase(reading.tokens, k, reading.case, reading.lexicon)
        if found and found.next == i and found.core.number == "sing" and kind_of(found, reading.lexicon) == "role":
            return replace(actor, post=in_nominative(reading.text, found), span=Span(found.start, actor.span.stop))
    return actor


def _merged(reading: Reading, found: list[Actor]) -> tuple[Actor, ...]:
    """Posts of one person made one: «заместитель главы, начальник управления [Иванова И.И.]» parted by a comma."""
    out: list[Actor] = []
    for actor in found:
        if out and _same_holder(reading, out[-1], actor):
            first = out.pop()
            if actor.kind == "person":
                actor = replace(actor, post=f"{first.name}, {actor.post}")
            else:
                actor = replace(actor, name=f"{first.name}, {actor.name}")
            actor = replace(actor, span=Span(first.span.start, actor.span.stop))
        out.append(actor)
    return tuple(out)


def _same_holder(reading: Reading, first: Actor, second: Actor) -> bool:
    if first.kind != "role" or first.person or not second.lemma:
        return False
    if second.kind != "role" and not (second.kind == "person" and second.post):
        return False
    between = reading.text[first.span.stop : second.span.start].strip()
    return between == "," and (reading.merge or (first.lemma == "заместитель" and second.kind == "person"))


def goes_on_with_task(tokens_: Sequence[Token], j: int) -> bool:
    """Whether a task follows in the sentence: a colon right at `j`, or an infinitive before the sentence ends."""
    for k in range(j, len(tokens_)):
        token = tokens_[k]
        if is_infinitive(token) or (token.text == ":" and k == j):
            return True
        if token.text in (".", ";", "\n", "!", "?"):
            return False
    return False
