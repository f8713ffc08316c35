"""What is to be done: the infinitives that somebody gets, verbal nouns, or the deciding verb itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from resodoc.interpret import acts
from resodoc.language import clauses, morph
from resodoc.language.clauses import Verb
from resodoc.match import Passage
from resodoc.model import Act, Action, Found, Span
from resodoc.rulepack import RuleSet

_PASSED_ON = frozenset({"instruct", "recommend", "propose", "appeal"})
_REQUESTS = frozenset({"предложение", "рекомендация", "просьба", "ходатайство"})
_KEEPS_VERB = frozenset({"возложить", "возлагать", "возлагаться"})
_INFINITIVE, _NOUN, _LISTED, _FINITE = (
    "action.infinitive",
    "action.noun",
    "action.noun-listed",
    "action.finite",
)
_MOST_ATTRIBUTES = 4
_JOINS_NOUN = re.compile(r"(?:^|[.;:,/(]|\sи|\sа также|\sлибо|\sили)\s*$")
_PERMITS = frozenset(("разрешить", "запретить", "позволить"))
_CLAUSE_END = re.compile(r"[,;:.\n]")
_SHORTENED = "".join(rf"(?<!\b{word})" for word in ("ул", "пр", "пл", "им", "пер", "пос", "обл", "отв"))
_SENTENCE_END = re.compile(rf"(?<=[а-яё»\")\]]{{2}}){_SHORTENED}\.(?=\s+[А-ЯЁ]|\s*$)|;(?=\s+[А-ЯЁ]|\s*$)|\n")


def find(passage: Passage, rules: RuleSet) -> tuple[Found[Action], ...]:
    """What whoever decides or is told to act will do, in order; empty for a lead-in that leaves it to its items."""
    act = next(iter(acts.find(passage, rules)), None)
    heads = list(_heads(passage, rules, act))
    starts = [word.start for word, _, _ in heads]
    return tuple(
        Found(Span(word.start, _stop(passage, word, starts[i + 1 : i + 2])), Action(lemma), rule)
        for i, (word, lemma, rule) in enumerate(heads)
    )


Head = tuple[morph.Word, str, str]


def _heads(passage: Passage, rules: RuleSet, act: Found[Act] | None) -> Iterator[Head]:
    """The words that name the actions, with their lemma and rule."""
    text = passage.source.text
    verbs = list(clauses.deciding_verbs(text, passage.words))
    if not verbs:
        if not (act and act.value and act.value.name == "control"):
            yield from _nouns(passage, rules)
        return
    requests = _REQUESTS if act and act.value and act.value.name in _PASSED_ON else frozenset()
    infinitives = _unique(
        [
            v
            for v in _without_permitted(text, verbs)
            if v.form == "infinitive" and not clauses.is_governed(text, passage.words, v, requests)
        ]
    )
    if verbs[0].form != "infinitive" and act and act.value and act.value.name not in _PASSED_ON:
        finite = [v for v in verbs if v.form != "infinitive" and not _is_aside(passage, v)]
        yield from ((v.word, v.lemma, _FINITE) for v in _told_once(passage, finite))
    elif act and act.value and act.value.name in _PASSED_ON and act.value.verb not in _KEEPS_VERB:
        yield from _passed_on(passage, rules, act, infinitives)
    elif infinitives:
        yield from ((v.word, v.lemma, _INFINITIVE) for v in _decisive(passage, rules, infinitives))
    else:
        yield from ((v.word, v.lemma, _FINITE) for v in verbs[:1])


def _passed_on(
    passage: Passage, rules: RuleSet, act: Found[Act], infinitives: Sequence[Verb]
) -> Iterator[Head]:
    """Under «поручить X»: the infinitives that X gets, else the verbal noun, else (no lead-in) the deciding verb."""
    deciding = act.value.verb if act.value else ""
    tasks = [v for v in infinitives if v.lemma != deciding]
    if tasks:
        yield from ((v.word, v.lemma, _INFINITIVE) for v in _decisive(passage, rules, tasks))
        return
    if passage.text.rstrip().endswith(":"):
        return
    cases = ("accs", "nomn") if deciding.endswith("ся") else ("accs",)  # «поручается уборка»
    behind = [w for w in passage.words if w.start >= act.span.stop]
    noun = next(
        (
            (w, lemma)
            for w, before in zip(behind, [None, *behind], strict=False)
            if (lemma := _object_noun(w, before, rules, cases))
        ),
        None,
    )
    if noun and act.value and act.value.name != "appeal":
        yield noun[0], noun[1], _NOUN
        return
    head = next(
        (w for w in passage.words if w.start >= act.span.start and deciding in morph.lemmas(w.text)), None
    )
    if head:
        yield head, deciding, _INFINITIVE


def _decisive(passage: Passage, rules: RuleSet, verbs: Sequence[Verb]) -> Iterator[Verb]:
    """`verbs` without a «поручить» that another infinitive follows: what is passed on is the task."""
    passing = {
        v
        for rule in rules.of("acts")
        if rule.value.get("act") in ("instruct", "recommend", "propose")
        for v in rule.verbs
    }
    for i, verb in enumerate(verbs):
        if verb.lemma in passing - _KEEPS_VERB and i + 1 < len(verbs):
            continue
        yield verb


def _without_permitted(text: str, verbs: Sequence[Verb]) -> Iterator[Verb]:
    """`verbs` without what «разрешить», «запретить» permit and forbid: «разрешить отделу передать зал и взимать плату»."""
    last: Verb | None = None
    for verb in verbs:
        if (
            last
            and verb.form == "infinitive"
            and not _CLAUSE_END.search(text, last.word.stop, verb.word.start)
        ):
            last = verb
            continue
        last = verb if verb.lemma in _PERMITS else None
        yield verb


def _unique(verbs: Sequence[Verb]) -> list[Verb]:
    """The first verb of each lemma: «Включить …» in the next paragraph of an item repeats the task."""
    return list({v.lemma: v for v in reversed(verbs)}.values())[::-1]


def _told_once(passage: Passage, verbs: Sequence[Verb]) -> Iterator[Verb]:
    """`verbs` without those that an earlier sentence has already."""
    ends = [
        m.start() for m in _SENTENCE_END.finditer(passage.source.text, passage.span.start, passage.span.stop)
    ]
    first: dict[str, Verb] = {}
    for verb in verbs:
        earlier = first.setdefault(verb.lemma, verb)
        if bisect_left(ends, earlier.word.stop) == bisect_left(ends, verb.word.start):
            yield verb


def _is_aside(passage: Passage, verb: Verb) -> bool:
    """A short participle behind a noun only describes it («меры, предусмотрены …»)."""
    return verb.form == "participle" and passage.source.text[: verb.word.start].rstrip().endswith(",")


def _only_attributes(words: Sequence[morph.Word]) -> bool:
    """Whether nothing but adjectives and adverbs stands before: «ежегодное проведение»."""
    return len(words) < _MOST_ATTRIBUTES and all(
        w.readings[0].pos in ("ADJF", "ADVB", "PRTF", "GRND", "PREP", "PRCL") for w in words
    )


def _listed(rules: RuleSet) -> frozenset[str]:
    rule = rules.get(_LISTED)
    return frozenset(rule.verbs) if rule else frozenset()


def _nouns(passage: Passage, rules: RuleSet) -> Iterator[Head]:
    """The verbal nouns in the nominative that open a sentence or are coordinated with one that does."""
    listed, found = _listed(rules), False
    for i, word in enumerate(passage.words):
        before = passage.source.text[max(passage.span.start, word.start - 12) : word.start]
        opens = _only_attributes(passage.words[:i]) or _SENTENCE_END.search(before.rstrip() + " ") is not None
        if not opens and not (found and _JOINS_NOUN.search(before)):
            continue
        lemma = clauses.verbal_noun(word) or _listed_noun(word, listed)
        if lemma:
            found = True
            yield word, lemma, _LISTED if lemma in listed else _NOUN


def _listed_noun(word: morph.Word, listed: frozenset[str]) -> str | None:
    return next(
        (
            r.lemma
            for r in word.readings[:3]
            if r.lemma in listed and r.case in ("nomn", "accs") and r.number == "sing"
        ),
        None,
    )


def _object_noun(
    word: morph.Word, before: morph.Word | None, rules: RuleSet, cases: tuple[str, ...]
) -> str | None:
    """A verbal noun that is an object («поручить казначею подготовку отчёта»), not one behind a preposition («к защите»)."""
    if before and before.readings[0].pos == "PREP":
        return None
    listed = _listed(rules)
    for r in word.readings[:2]:
        if (
            r.pos == "NOUN"
            and r.case in cases
            and (r.lemma in listed or r.lemma.endswith(clauses.NOUN_ENDINGS))
        ):
            return r.lemma
    return None


def _stop(passage: Passage, word: morph.Word, following: Sequence[int]) -> int:
    """Where the action that `word` opens ends: before the next one, or with its sentence."""
    limit = following[0] if following else passage.span.stop
    end = _SENTENCE_END.search(passage.source.text, word.stop, limit)
    stop = end.start() if end else limit
    text = passage.source.text[word.start : stop]
    return word.start + len(re.sub(r"(?:[\s,;:.]|\s(?:и|а также|либо))+$", "", text))
