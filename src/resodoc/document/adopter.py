"""Who resolves: the subject of «ПОСТАНОВЛЯЕТ», else the letterhead's body, else the participants of the event."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resodoc.document.parts import head_lines
from resodoc.language import morph, names
from resodoc.language.cores import is_acronym
from resodoc.language.fold import fold
from resodoc.language.tokens import Token
from resodoc.match import Passage
from resodoc.model import Block, Found, Span
from resodoc.segment.signature import NAME

_VERB = re.compile(
    r"(?:постанов|реши|реша|приказ|распоря|обязыва|определи|рекоменд|предлага|счита|обраща|прос[яи]т|принял|принима|вынес)\w*"
)
_PARTICIPLE = re.compile(
    r",\s*(?:руководствуясь|рассмотрев|заслушав|обсудив|учитывая|в соответствии|на основании|в целях|принимая|исходя|"
    r"отмечая|ознакомившись|проанализировав|изучив|во исполнение)"
)
_BODY = re.compile(
    r"(?:администрац|совет|дум|собрани|министерств|департамент|комитет|правительств|президент|губернатор|глав|управлени|служб|агентств|"
    r"комисси|правлени|президиум|палат|университет|институт|школ|учреждени|обществ|товариществ|кооператив|ассоциаци|союз|федераци|"
    r"съезд|конференци|форум|участник|коллеги|штаб|мэри|инспекци|прокуратур|суд(?!\w)|фонд|академи|больниц|колледж|гимнази|лице|завод|"
    r"предприяти|организаци|партнерств|кафедр|факультет|мы(?!\w)|делегат|депутат|собственник|члены|муниципальн|кабинет|бюро(?!\w)|ассамбле|парламент|сенат(?!\w)|пленум|сход(?!\w)|курулта|хурал)\w*"
)
_FIRST_PERSON = ("ю", "юсь")  # «ПРИКАЗЫВАЮ» names nobody: the letterhead or the signature does
_ASIDE = re.compile(r"\s*\((?:далее|именуем)[^()]*\)", re.IGNORECASE)
_ADJECTIVE = re.compile(
    r"(?!городск|сельск|муниципальн|областн|краев|районн|автономн|территориальн)[\w-]+(?:[оеы][гй]о?|[ыи]й|ая)$"
)
_MEETING_OF = re.compile(
    r"(?:(?:очередного|внеочередного|расширенного|выездного|совместного) )?заседани[яе] "
)
_MOST_LETTERS = 6
_FIRST_LETTERS = re.compile(r"(?:(?<=^)|(?<=-)|(?<=«)|(?<=^\"))[^\W\d_]")
_NAMED_AFTER = re.compile(r"(?:город[ауе]?|сел[аоу]|посел[ко]\w+|деревн\w|станиц\w)$")
_TERRITORY = re.compile(
    r"(?:област|кра[йяею]|район|округ|город|поселени|республик|федераци|сельсовет|автономн|муниципальн|сельск)"
)
_STAMPS = ("утвержд", "согласован", "принят")  # what stands under them names who approved, not who resolves
_OF_ONE = ("decree", "order")  # issued by an office, not by those who met
_SIGNATURE_LINES, _LETTERHEAD_LINES = 5, 4
_HEAD_WORDS = 6  # «Государственное автономное профессиональное образовательное учреждение»
_LEGAL_FORMS = frozenset(
    """гбуз гауз гку гбу гку гкоу мбу мку мбоу маоу мау мкоу мдоу мадоу мбдоу фгбоу фгбу фгку фгуп гапоу гбпоу огбу огку кгбу кгку краевое
    оао зао ооо ао пао снт днт тсж тсн гск жск муп гуп нко ано рпо сао цуп""".split()
)
_LONGEST, _LIKELY = 220, 0.15
_MANNER = r"(?:единогласно|единодушно|также|всесторонне|подробно|совместно)"
_DECIDES = re.compile(
    rf"\s*(?:[-–,]\s*)?(?:{_MANNER}\s+)*(?:призна|отмети|реши|утверди|приня|избра|сформирова|созда|одобри|рассмотре|обсуди|постанови|рекоменд|предл|поддержа|договори|обрати|поручи)\w*"
)
_COLLECTIVE = re.compile(
    r"(?<!\w)(?:участники|делегаты|представители|депутаты|члены|собственники|акционеры|садоводы|жители|педагоги|совет|правление|"
    r"собрание|съезд|президиум|комиссия|коллегия|комитет)(?!\s*:)"
    rf"(?:\s+(?!{_MANNER}|\w+(?:ли|лись|ло|ла|л)(?!\w))[\w«»\"-]+){{0,9}}?(?={_DECIDES.pattern}|\s*[,.;:(]|\s-|\s\w+(?:ли|лись|ло|ла)(?!\w)|$)",
)


def adopted_by(whole: Passage, blocks: Sequence[Block], kind: str) -> Found[str] | None:
    """Who resolves, in the nominative; `None` when the text does not say."""
    if kind == "report":
        return _participants(whole)
    named = _subject(whole, blocks) or _of_title(whole, blocks) or _letterhead(whole, blocks)
    return named or (_signatory(whole, blocks) if kind in _OF_ONE else _participants(whole))


def _subject(whole: Passage, blocks: Sequence[Block]) -> Found[str] | None:
    """The body before the deciding verb: the start of the last clause of the preamble, or of the preamble itself."""
    opening = next((b for b in blocks if b.kind == "resolved" and b.rule), None)
    if opening is None:
        return None
    spans = (
        [opening.span]
        if len(opening.span) > 25
        else [*[b.span for b in blocks if b.span.stop <= opening.span.start][-1:], opening.span]
    )
    start, stop = spans[0].start, opening.span.stop
    verbs = list(_VERB.finditer(whole.folded, opening.span.start, stop))
    if not verbs or verbs[-1].group().endswith(_FIRST_PERSON):
        return None
    words = morph.words(whole.source.text, start, verbs[-1].start())
    head = next((i for i in reversed(range(len(words))) if _is_deciding_body(words[i])), None)
    if head is None:
        return None
    while head and words[head - 1].stop + 1 == words[head].start and _is_adjective(words[head - 1]):
        head -= 1
    text = whole.folded[words[head].start : verbs[-1].start()]
    cut = _PARTICIPLE.search(text)
    span = Span(
        words[head].start, words[head].start + len((text[: cut.start()] if cut else text).rstrip(" ,\n-"))
    )
    return (
        Found(span, _tidy(_ASIDE.sub("", whole.source.slice(span))), "document.adopter-subject")
        if len(span) < _LONGEST
        else None
    )


def _is_deciding_body(word: morph.Word) -> bool:
    """A noun in the nominative that names who can resolve."""
    return _BODY.match(fold(word.text)) is not None and any(
        r.case == "nomn" and r.pos == "NOUN" and r.score > _LIKELY and r.lemma != "коллега"
        for r in word.readings
    )


def _is_adjective(word: morph.Word) -> bool:
    return any(r.case == "nomn" and r.pos == "ADJF" for r in word.readings[:3])


def _of_title(whole: Passage, blocks: Sequence[Block]) -> Found[str] | None:
    """«РАСПОРЯЖЕНИЕ ПРЕЗИДЕНТА …», «Решение Совета депутатов …»: the genitive behind the name of the kind."""
    head = head_lines(blocks)
    i = next((i for i, b in enumerate(head) if b.kind == "title"), None)
    if i is None:
        return None
    line = whole.source.slice(head[i].span)
    rest = re.sub(r"^\W*(?:проект\s+)?\w+(?:\s+из\s+протокола)?\s*", "", line, flags=re.IGNORECASE)
    span = head[i].span
    if not re.search("[а-яё]{3}", fold(rest)) and i + 1 < len(head):
        rest, span = whole.source.slice(head[i + 1].span), head[i + 1].span
    meets = _MEETING_OF.match(fold(rest))
    if meets and _letterhead(whole, blocks):
        return None  # the body whose letterhead it is resolves, whatever met
    rest = rest[meets.end() :] if meets else rest
    rest = re.split(rf"\s(?:от|№|N|об?{'' if meets else '|по'})\s|[,.№\d]|\n", rest)[0].strip()
    if (
        not rest
        or re.match(r"(?:по|на|об?|с|в|за|от)\s", fold(rest))
        or not re.match(rf"(?:[\w-]+\s+){{0,3}}{_BODY.pattern}", fold(rest))
        or len(rest) > 200
    ):
        return None
    return Found(span, _tidy(names.nominative(rest, "gent")), "document.adopter-title")


def _letterhead(whole: Passage, blocks: Sequence[Block]) -> Found[str] | None:
    """The lines above the name of the kind that name a body."""
    head = head_lines(blocks)
    stop = next((i for i, b in enumerate(head) if b.kind == "title"), len(head))
    lines = [b for b in head[:stop] if b.kind == "head"]
    stamp = next(
        (i for i, b in enumerate(lines) if whole.folded.startswith(_STAMPS, b.span.start)), len(lines)
    )
    lines = lines[:stamp]
    heads = [i for i, b in enumerate(lines) if _names_body(whole, b.span)]
    if not heads:
        return None
    taken = lines[heads[-1] :][:_LETTERHEAD_LINES]
    text = " ".join(whole.source.quote(b.span) for b in taken)
    text = re.sub(r"\s*\([^()]*\)", "", re.split(r"\s(?:от\s+[\d«_]|№(?![^«»]*»))", text)[0])
    return Found(Span(taken[0].span.start, taken[-1].span.stop), _tidy(text), "document.adopter-letterhead")


def _signatory(whole: Passage, blocks: Sequence[Block]) -> Found[str] | None:
    """Of an act that names nobody who resolves, the office that signed it («Губернатор области»)."""
    signed = [b for b in blocks if b.kind == "signature"][:_SIGNATURE_LINES]
    taken: list[str] = []
    for block in signed:
        text = whole.source.slice(block.span)
        name = NAME.search(text)
        taken.append((text[: name.start()] if name else text).strip(" \t_|/"))
        if name:
            post = " ".join(" ".join(taken).split())
            return (
                Found(Span(signed[0].span.start, block.span.stop), _tidy(post), "document.adopter-signatory")
                if post
                else None
            )
    return None


def _names_body(whole: Passage, span: Span) -> bool:
    """A line that begins with a body in the nominative; a country or region above it is none."""
    words = morph.words(whole.source.text, span.start, span.stop)
    if whole.source.text[span.start] in '«"(':
        return False
    noun = next((w for w in words[:_HEAD_WORDS] if any(r.pos == "NOUN" for r in w.readings[:1])), None)
    if words and fold(words[0].text) in _LEGAL_FORMS:
        return True
    return noun is not None and _is_deciding_body(noun) and not fold(noun.text).startswith("федерац")


def _participants(whole: Passage) -> Found[str] | None:
    """«Участники конференции …»: the collective subject nearest before a verb of deciding, else the first in the prose."""
    found = [m.span() for m in _COLLECTIVE.finditer(whole.folded)]
    deciding = [span for span in found if _DECIDES.match(whole.folded, span[1])]
    for start, stop in (deciding or found)[:1]:
        return Found(Span(start, stop), _tidy(whole.source.text[start:stop]), "document.adopter-participants")
    return None


def _tidy(text: str) -> str:
    """One space between words; a name in capitals gets small letters, names of places keep theirs."""
    words = text.split()
    if not "".join(words).isupper():
        return " ".join(words).strip(" ,;")
    small = [
        _small(w, before, after) for before, w, after in zip(words, words[1:], [*words[2:], ""], strict=False)
    ]
    first = words[0] if _is_letters(words[0]) else words[0].capitalize()
    return " ".join([first, *small]).strip(" ,;")


def _is_letters(word: str) -> bool:
    """«ООО», «МБДОУ»."""
    return word.isalpha() and len(word) <= _MOST_LETTERS and is_acronym(Token("word", word, 0, len(word)))


def _small(word: str, before: str, following: str) -> str:
    """A word of a name in capitals as it is written in running text."""
    if _is_letters(word):
        return word
    federation = fold(word).startswith("федераци") and fold(before).startswith("российск")
    of_place = _ADJECTIVE.match(fold(word)) and _TERRITORY.match(fold(following))
    proper = any(r.grammemes & {"Geox", "Name", "Surn"} for r in morph.readings(word)[:2])
    if federation or of_place or proper or _NAMED_AFTER.match(fold(before)) or word.startswith(("«", '"')):
        return _FIRST_LETTERS.sub(lambda m: m.group().upper(), word.lower())
    return word.lower()
