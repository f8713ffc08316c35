"""Short names that a document defines: «Министерство культуры области (далее – Министерство)»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resodoc.interpret.actors import bracket_person
from resodoc.language.cores import Core, core, in_case
from resodoc.language.names import in_nominative, likelihood, tidy
from resodoc.language.persons import name_fits, person_at
from resodoc.language.phrases import Phrase, phrase
from resodoc.language.tokens import Token, tokens
from resodoc.match import Passage, match
from resodoc.model import Definition, Found, Match
from resodoc.rulepack import RuleSet

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_REACH = 1200
"""Characters before the bracket that the expansion is looked for in."""
_NEAR = 60
"""Tokens before the bracket that an expansion unlike its term begins in."""
_ENDS = frozenset((".", ";", "\n"))
_NUMERAL = re.compile(r"(?<!\w)(?:[IVXL]+|\d+-(?:й|я|е|го|му|м|ой|ая|ую))[ \u00a0]+\Z")
_NUMERAL_REACH = 12
_JOINED = re.compile(r"[\s,]*(?:\b(?:и|а также)\b)?\s*\Z")
_PARTED = re.compile('[-:,"]|соответственно')
# Words before the head that point at this text and belong to no name.
_POINTING = frozenset(
    "прилагаемый настоящий указанный данный следующий вышеуказанный нижеследующий этот тот такой "
    "прилагать указать следовать назвать".split()
)
# «в целях …», «в рамках …» stand as prepositions.
_AS_PREPOSITION = frozenset(
    "цель рамка соответствие ход случай отношение часть связь лицо вид порядок итог".split()
)
_QUOTES = '«»„“”" '
_MIN_PREFIX = 3


def find(passage: Passage, rules: RuleSet) -> tuple[Found[Definition], ...]:
    """The short names defined in the passage with what they stand for, in the nominative and cut at its first word."""
    return tuple(f for m in match(rules.of("definitions"), passage) for f in _defined(passage, m))


def _defined(passage: Passage, m: Match) -> list[Found[Definition]]:
    text, span = passage.source.text, m.groups["term"]
    if text[span.start].islower() and not _PARTED.search(passage.folded, m.span.start, span.start):
        return []  # «(далее следует перечень)»: neither a dash nor a capital makes it a name
    pieces = tokens(text, max(passage.span.start, m.span.start - _REACH), m.span.start)
    while pieces and pieces[-1].kind == "bracket" and bracket_person(pieces[-1]):
        pieces = pieces[:-1]  # «департамент области (Чуйков А.М.) (далее – Департамент)»
    before, end = _clause(pieces), pieces[-1].stop if pieces else m.span.start
    whole = _unquoted(text[span.start : span.stop])
    parts = [_unquoted(t) for t in re.split(r"\s*(?:,|\sи\s)\s*", whole)]
    spelled = [(t, found) for t in parts if (found := _like(text, before, t, end))]
    if len(spelled) < len(parts):
        found = _like(text, before, whole, end)
        expansion = _named(text, *found) if found else _nearest(text, before)
        return [Found(m.span, Definition(whole, expansion), m.rule.id, 0.9)] if expansion else []
    nexts = [found.start for _, (found, _) in spelled[1:]] + [end]
    return [
        Found(
            m.span,
            Definition(t, _named(text, found, min(stop, after) if after > found.start else stop)),
            m.rule.id,
            0.9,
        )
        for (t, (found, stop)), after in zip(spelled, nexts, strict=True)
    ]


def _unquoted(term: str) -> str:
    """Without quotation marks around it; those of «МУП «Ключ»» stay."""
    return term.strip(_QUOTES) if term[:1] in _QUOTES else term.strip()


def _named(text: str, found: Phrase, stop: int) -> str:
    """The words from `found` to `stop` with its head in the nominative, a number before it («XII форум») kept."""
    numeral = _NUMERAL.search(text[max(0, found.start - _NUMERAL_REACH) : found.start])
    rest = _JOINED.sub("", text[found.stop : stop])
    behind = tokens(rest)
    holder = person_at(behind, 0, found.core.case) if behind else None
    if holder and holder.next == len(behind):
        rest = ""  # «Уполномоченному по правам человека Лосеву А.А. (далее – Уполномоченный)»
    return tidy((numeral.group() if numeral else "") + in_nominative(text, found) + rest)


def _clause(before: Sequence[Token]) -> Sequence[Token]:
    """The tokens behind the last end of a sentence, without marks at their own end."""
    last = max((i for i, t in enumerate(before) if t.text in _ENDS), default=-1)
    stop = len(before)
    while stop > last + 1 and before[stop - 1].kind == "mark":
        stop -= 1
    return before[last + 1 : stop]


def _like(text: str, before: Sequence[Token], term: str, stop: int) -> tuple[Phrase, int] | None:
    """The phrase before `stop` that `term` is short for, and where it ends: its head is the term's noun, or the term is
    made of its letters; outside quotations before inside."""
    head = _term_head(term)
    for i in range(len(before) - 1, -1, -1):
        if before[i].kind == "word" and _starts_with(before, i, term, head):
            found = _whole(before, i, head)
            return (found, stop) if found else None
    inside = next(
        (t for t in reversed(before) if t.kind == "quote" and head and head.lemma in t.text.lower()), None
    )
    if inside is None:
        return None
    return _like(text, tokens(text, inside.start + 1, inside.stop - 1), term, inside.stop - 1)


def _term_head(term: str) -> Core | None:
    pieces = tokens(term)
    return next((c for case in CASES if (c := core(pieces, 0, case)) and not c.acronym), None)


def _starts_with(before: Sequence[Token], i: int, term: str, head: Core | None) -> bool:
    """Whether the expansion's head, or its first word, stands at token `i`."""
    word = before[i].text.lower()
    letters = re.split(r"\s*[«„“\"]", term)[0]  # «МУП «Ключ»»
    if letters.isupper() and len(letters) > 1 and letters.isalpha():
        return _spells(before, i, letters.lower())
    if head and any(r.pos == "NOUN" and r.lemma == head.lemma for r in before[i].readings):
        return True
    first = term.split()[0].lower()
    known_head = head is not None and any(_has_lemma(t, head.lemma) for t in before)
    alike = len(first) > _MIN_PREFIX and word[:_MIN_PREFIX] == first[:_MIN_PREFIX]
    return alike and not known_head and before[i].readings[0].pos in ("NOUN", "ADJF")


def _has_lemma(token: Token, lemma: str) -> bool:
    return any(r.pos == "NOUN" and r.lemma == lemma for r in token.readings)


def _spells(before: Sequence[Token], i: int, letters: str) -> bool:
    """Whether an acronym's letters are those that the words from token `i` to the bracket begin with, in order, or stand
    inside a compound among them («многофункциональный центр», «МФЦ»)."""
    at = 0
    for word in (part for t in before[i:] if t.kind == "word" for part in t.text.lower().split("-")):
        if word[0] == letters[at]:
            for char in word:
                at += at < len(letters) and char == letters[at]
        elif at == 0:
            return False
        if at == len(letters):
            return True
    return False


def _whole(before: Sequence[Token], i: int, head: Core | None) -> Phrase | None:
    """The phrase whose head or first word is token `i`, from its first modifier on, in the case that fits best."""
    readings = []
    for case in CASES:
        k = i
        while (
            k and (found := core(before, k - 1, case)) and found.next > i and not _points(before[k - 1], case)
        ):
            k -= 1
        whole = phrase(before, k, case)
        if whole and whole.core.next > i:
            agrees = head is None or whole.core.lemma != head.lemma or whole.core.number == head.number
            readings.append(((agrees, i - k, likelihood(whole)), whole))
    return max(readings, key=lambda r: r[0])[1] if readings else None


def _points(token: Token, case: str) -> bool:
    return any(r.lemma in _POINTING for r in in_case(token, case, ("ADJF", "PRTF", "NPRO")))


def _nearest(text: str, before: Sequence[Token]) -> str | None:
    """Without any likeness to the term: the phrase or person that ends at the bracket, the longest, or the longest that
    begins with a capital inside the sentence."""
    reaching: list[tuple[int, str]] = []
    for k in range(max(_after_colon(before), len(before) - _NEAR), len(before)):
        if found := _ending_at(text, before, k):
            reaching.append((k, found))
    named = [found for k, found in reaching if k and before[k].text[0].isupper()]
    return next(iter(named or [found for _, found in reaching]), None)


def _after_colon(before: Sequence[Token]) -> int:
    return max((i + 1 for i, t in enumerate(before) if t.text == ":"), default=0)


def _ending_at(text: str, before: Sequence[Token], k: int) -> str | None:
    """What begins at token `k` and ends with the last, in the nominative."""
    best: Phrase | None = None
    for case in CASES:
        named = person_at(before, k, case)
        if named and named.next == len(before) and name_fits(before, k, case):
            return named.name
        found = phrase(before, k, case)
        if (
            found is None
            or found.next < len(before)
            or _points(before[k], case)
            or found.core.lemma in _AS_PREPOSITION
        ):
            continue
        best = max((f for f in (best, found) if f), key=likelihood)
    return tidy(in_nominative(text, best)) if best else None
