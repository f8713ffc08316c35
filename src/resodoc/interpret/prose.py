"""Decisions told in prose: in a news report the body decides in a sentence, not in a numbered item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from resodoc.language import clauses, morph
from resodoc.language.clauses import Verb
from resodoc.match import Passage, compiled
from resodoc.model import Found, Span
from resodoc.rulepack import RuleSet

_SENTENCE = re.compile(
    r"[^\n]+?(?:(?<!\s[А-ЯЁа-яё])(?<!\s[А-ЯЁа-яё][а-яё])[.!?…](?=\s+[«\"А-ЯЁ]|\s*$)|(?=\n)|$)", re.MULTILINE
)
_COLLECTIVE = re.compile(
    r"(?<!\w)(?:участники|делегаты|представители|депутаты|члены|собственники|акционеры|садоводы|жители|педагоги|совет|дума|собрание|"
    r"правление|президиум|коллегия|комиссия|комитет|съезд|конференция|форум|сход|заседание|пленум|бюро|кабинет|правительство|"
    r"собравшиеся|присутствующие|стороны|все|единогласно|единодушно|большинством|оргкомитет|ассамблея|ассоциация|союз|федерация|мы|"
    r"педсовет|актив|команда|профком|администрация|учредители|клуб|попечители|выборщики)(?!\w)"
)
_WITHOUT_SUBJECT = frozenset({"поручить", "рекомендовать", "обязать"})  # «Совету клуба поручили …»
_BOTH_ASPECTS = frozenset({"рекомендовать"})  # the dictionary has the imperfective alone
_PASSIVE = frozenset(  # «Президентом избран …»; «был создан» tells a fact as often as a decision
    {
        "избрать",
        "переизбрать",
        "утвердить",
        "одобрить",
        "поручить",
        "рекомендовать",
        "решить",
        "постановить",
        "назначить",
        "признать",
        "принять",
    }
)
_SAYING = frozenset(  # «Зимина напомнила, что правление утвердило …» reports a speech
    """сообщить отметить напомнить рассказать подчеркнуть доложить заявить сказать отчитаться пояснить добавить считать
    уточнить призвать выразить подвести указать представить объяснить""".split()
)
_EARLIER = re.compile(r"(?<!\w)(?:ранее|напомним|в прошлом году|до этого|прежде|накануне)(?!\w)")
_NO_DECISION = re.compile(r"\s*(?:\w+\s+){0,2}(?:участи|гост|поздравлен|эстафет|парад|тепл|решения,)")


def find(passage: Passage, rules: RuleSet) -> tuple[Found[str], ...]:
    """The decisions that the prose of `passage` tells, each the clause that tells it; the value is the verb's lemma."""
    return tuple(
        f
        for m in _SENTENCE.finditer(passage.source.text, passage.span.start, passage.span.stop)
        for f in _told(passage, rules, m)
    )


def _told(passage: Passage, rules: RuleSet, sentence: re.Match[str]) -> Iterator[Found[str]]:
    start = sentence.start() + len(sentence.group()) - len(sentence.group().lstrip())
    folded = passage.folded[start : sentence.end()]
    if _EARLIER.search(folded):
        return
    impersonal, became = rules.get("prose.impersonal"), rules.get("prose.became")
    for rule in (became, impersonal):
        m = rule and rule.pattern and compiled(rule.pattern).search(passage.folded, start, sentence.end())
        if rule and m:
            begin = start if rule is became else m.start()
            yield Found(_trim(passage, begin, sentence.end()), rule.id, rule.id)
            return
    yield from _collective(passage, rules, start, sentence.end())


def _collective(passage: Passage, rules: RuleSet, start: int, stop: int) -> Iterator[Found[str]]:
    """A clause for each deciding verb that shares the collective subject of the sentence."""
    rule = rules.get("prose.collective")
    words = morph.words(passage.source.text, start, stop)
    main = list(clauses.main_verbs(passage.source.text, words))
    deciding = [v for v in main if rule and _decides(passage, v, rule.verbs, stop)]
    if not deciding or not rule or main[0].lemma in _SAYING:
        return
    needs_subject = deciding[0].form == "finite" and deciding[0].lemma not in _WITHOUT_SUBJECT
    if needs_subject and not _COLLECTIVE.search(passage.folded, start, deciding[0].word.start):
        return
    for verb, following in zip(deciding, [*deciding[1:], None], strict=True):
        begin = start if verb is main[0] else verb.word.start
        end = _before(passage, following.word.start) if following else stop
        yield Found(_trim(passage, begin, end), verb.lemma, rule.id)


def _decides(passage: Passage, verb: Verb, verbs: Sequence[str], stop: int) -> bool:
    past = (verb.tense == "past" and verb.form == "finite") or (
        verb.form == "participle" and verb.lemma in _PASSIVE
    )
    return (
        past
        and (verb.perfective or verb.lemma in _BOTH_ASPECTS)
        and verb.lemma in verbs
        and _NO_DECISION.match(passage.folded, verb.word.stop, stop) is None
    )


def _before(passage: Passage, start: int) -> int:
    """Where the clause before `start` ends: its conjunction and comma left out."""
    head = re.sub(r"(?:[\s,;]|\s(?:и|а также|затем))+$", "", passage.source.text[:start])
    return len(head)


def _trim(passage: Passage, start: int, stop: int) -> Span:
    text = passage.source.text[start:stop]
    return Span(start, start + len(text.rstrip().rstrip(".!…").rstrip()))
