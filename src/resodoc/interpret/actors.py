"""Who is named at a place of the text: an office, a body, a person with his post."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from resodoc.language import morph
from resodoc.language.cores import in_case, is_clipped
from resodoc.language.government import RANKS
from resodoc.language.names import in_nominative
from resodoc.language.persons import PersonName, name_fits, person_at
from resodoc.language.phrases import Phrase, phrase
from resodoc.language.surnames import surname
from resodoc.language.tokens import DASHES, Token, is_infinitive, is_place, tokens
from resodoc.model import Owner, Span

Lexicon = Mapping[str, str]
"""Lemma of a noun that names who acts → kind: organization | role | field (a body's noun that names a field of work too)."""

# The first parts of «энергоцех», «юротдел», «агрохолдинг», «сельхозпредприятие».
_FIRST_PART = re.compile(
    r"(?:агро|спец|гос|мед|тех|юр|авто|энерго|рем|строй|хоз|пром|теле|радио|био|эко|меж|под|обл|гор|рай|край|проф|пед|"
    r"метод|худ|спорт|физ|нефте|газо|водо|тепло|электро|лес|рыб|птице|сель|товаро|домо|кино|фото|видео|супер|мини)+"
)
_INSERTED = re.compile(r"\(по [^()]+\)")  # «заместителю главы (по экономике) Лосеву Е.Е.»
_MAX_NAMES = 3
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
class View:
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


def actor_at(view: View, i: int) -> Actor | None:
    """One actor at token `i`."""
    if named := person_at(view.tokens, i, view.case, view.lone):
        return _with_post(view, named) if name_fits(view.tokens, i, view.case) else None
    found = phrase(view.tokens, i, view.case, view.lexicon)
    if found is None:
        return None
    kind = kind_of(found, view.lexicon) or _capitalised(view, i, found)
    actor = Actor(
        name=in_nominative(view.text, found),
        kind=kind or ("group" if found.core.number == "plur" else "organization"),
        span=Span(found.start, found.stop),
        next=found.next,
        lemma=found.core.lemma,
        known=kind is not None,
        sure=_is_sure(found),
        phrase=found,
    )
    return _with_person(view, actor)


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
    return next(
        (lexicon[noun] for first, noun in parts if noun in lexicon and _FIRST_PART.fullmatch(first)), None
    )


def _capitalised(view: View, i: int, found: Phrase) -> str | None:
    """A capital inside a sentence makes a name, and so does a name in quotation marks right behind: «при участии Народного
    фронта», «с пасекой «Дупло»»."""
    inside = i > 0 and view.tokens[i - 1].kind == "word"
    quoted = found.core.next < len(view.tokens) and view.tokens[found.core.next].kind == "quote"
    capital = view.tokens[i].text[0].isupper()
    return "organization" if inside and found.core.number == "sing" and (capital or quoted) else None


def _is_sure(found: Phrase) -> bool:
    """Whether the head's form cannot be a genitive: «администрации» in the dative can."""
    core = found.core
    if core.case not in ("datv", "accs"):
        return True
    if core.acronym or not core.words:
        return False
    return not any(in_case(w.token, "gent", ("NOUN", "ADJF", "PRTF")) for w in core.words[-1:])


def _with_post(view: View, named: PersonName) -> Actor:
    """A person, with the post that follows: «Иванову И.И., директору школы», «Иванов И.И. – директор»."""
    actor = Actor(named.name, "person", Span(named.start, named.stop), named.next)
    tokens_, j = view.tokens, named.next
    if named.lone or j + 1 >= len(tokens_) or not (tokens_[j].text == "," or tokens_[j].text in DASHES):
        return actor
    if person_at(tokens_, j + 1, view.case):
        return actor
    found = phrase(tokens_, j + 1, view.case, view.lexicon)
    if found is None or found.core.number != "sing" or kind_of(found, view.lexicon) != "role":
        return actor
    if _names_itself(view, found):
        return actor
    post = in_nominative(view.text, found)
    return replace(actor, post=post, span=Span(named.start, found.stop), next=found.next)


def _names_itself(view: View, found: Phrase) -> bool:
    """Whether the office behind a person has a holder of its own: «Иванову И.И., директору школы Петрову П.П.»."""
    following = view.tokens[found.next] if found.next < len(view.tokens) else None
    bracket = following is not None and following.kind == "bracket" and bool(bracket_person(following))
    return bracket or bool(person_at(view.tokens, found.next, view.case, view.lone))


def _with_person(view: View, actor: Actor) -> Actor:
    """The actor with the person behind it: in brackets, or the holder of the office by name."""
    actor = _skip_alias(view, actor)
    behind = actor.next
    while view.lines and behind < len(view.tokens) and view.tokens[behind].text in ("\n", "\u2028"):
        behind += 1
    if behind > actor.next:
        held = _bracketed(view, replace(actor, next=behind))
        return held if held.kind == "person" or held.person else actor
    return _bracketed(view, actor)


def _bracketed(view: View, actor: Actor) -> Actor:
    """The actor with the person in the bracket behind it, or with its holder, whom an inserted bracket may part from it."""
    if actor.next >= len(view.tokens):
        return actor
    token = view.tokens[actor.next]
    if token.kind != "bracket":
        return _held_by(view, actor)
    if person := bracket_person(token):
        span = Span(actor.span.start, token.stop)
        return replace(actor, person=person, known=True, span=span, next=actor.next + 1)
    past = replace(actor, next=actor.next + 1)
    held = _held_by(view, past) if _INSERTED.match(token.text) and past.next < len(view.tokens) else past
    return held if held.kind == "person" else past


def _held_by(view: View, actor: Actor) -> Actor:
    """The actor with its holder's name right behind, or behind a dash or a rank."""
    parted = view.tokens[actor.next].text in DASHES
    j = actor.next + 1 if parted else _after_rank(view, actor)
    named = person_at(view.tokens, j, view.case, lone=j == actor.next) or _holder(view, actor, j)
    if named is None or actor.kind == "group":
        return actor
    span = Span(actor.span.start, named.stop)
    if actor.lemma in _TRADERS:
        return replace(actor, name=f"{actor.name} {named.name}", kind="person", span=span, next=named.next)
    if actor.kind == "role":
        return replace(actor, name=named.name, kind="person", post=actor.name, span=span, next=named.next)
    return replace(actor, person=named.name, span=span, next=named.next)


def _after_rank(view: View, actor: Actor) -> int:
    """Past a rank before the holder's name: «начальнику отдела полковнику полиции Сомову Р.Р.»."""
    found = phrase(view.tokens, actor.next, view.case, view.lexicon) if actor.kind == "role" else None
    ranked = found is not None and found.core.lemma in RANKS
    return found.next if found and ranked and person_at(view.tokens, found.next, view.case) else actor.next


def _holder(view: View, actor: Actor, j: int) -> PersonName | None:
    """Capitalised words behind an office that depend on nothing in its name are the holder: «старшей медсестре Хомяк, …»,
    «начальнику отдела Сон Дже Уку»; of several the last declines."""
    end = j
    while (
        actor.kind == "role"
        and end < min(len(view.tokens), j + _MAX_NAMES)
        and _is_name_part(view.tokens[end])
    ):
        end += 1
    closed = (
        end >= len(view.tokens)
        or view.tokens[end].text in (",", ".", ";", "и")
        or is_infinitive(view.tokens[end])
    )
    if end == j or not (closed or end - j > 1):
        return None
    *given, last = view.tokens[j:end]
    name = " ".join([*(t.text for t in given), surname(last.text, view.case)])
    return PersonName(name, view.tokens[j].start, last.stop, end, lone=True)


def _is_name_part(token: Token) -> bool:
    capitalised = token.kind == "word" and token.text[0].isupper() and not token.text.isupper()
    return capitalised and not is_place(token)


def _skip_alias(view: View, actor: Actor) -> Actor:
    """Past «(далее – Комитет)»."""
    if actor.next < len(view.tokens):
        token = view.tokens[actor.next]
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
    return inside[0].text if len(inside) == 1 and _can_only_be_name(inside[0]) else None


def _can_only_be_name(token: Token) -> bool:
    """Whether a capitalised word by itself is no noun that the dictionary has in the nominative: «(Худык)», «(Китов)»."""
    if not _is_name_part(token) or is_clipped(token):
        return False
    return not morph.known(token.text) or not any(r.case == "nomn" for r in token.readings)


def with_post_before(view: View, actor: Actor, i: int, floor: int) -> Actor:
    """The person that begins at token `i` with the office that ends there, the longest from token `floor` on."""
    if actor.kind != "person" or actor.post:
        return actor
    for k in range(floor, i):
        found = phrase(view.tokens, k, view.case, view.lexicon)
        if (
            found
            and found.next == i
            and found.core.number == "sing"
            and kind_of(found, view.lexicon) == "role"
        ):
            return replace(
                actor, post=in_nominative(view.text, found), span=Span(found.start, actor.span.stop)
            )
    return actor
