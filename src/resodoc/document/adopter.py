"""Who resolves: the subject of «ПОСТАНОВЛЯЕТ», else the letterhead's body, else the participants of the event."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resodoc.document.parts import head_lines
from resodoc.language import morph, names
from resodoc.language.fold import fold
from resodoc.match import Passage
from resodoc.model import Block, Found, Span

_VERB = re.compile(r"(?:постанов|реши|реша|приказ|распоря|обязыва|определи|рекоменд|предлага|счита|обраща|прос[яи]т|принял|принима|вынес)\w*")
_PARTICIPLE = re.compile(r",\s*(?:руководствуясь|рассмотрев|заслушав|обсудив|учитывая|в соответствии|на основании|в целях|принимая|исходя|отмечая|ознакомившись|проанализировав|изучив|во исполнение)")
_BODY = re.compile(
    r"(?:администрац|совет|дум|собрани|министерств|департамент|комитет|правительств|президент|губернатор|глав|управлени|служб|агентств|"
    r"комисси|правлени|президиум|палат|университет|институт|школ|учреждени|обществ|товариществ|кооператив|ассоциаци|союз|федераци|"
    r"съезд|конференци|форум|участник|коллеги|штаб|мэри|инспекци|прокуратур|суд|фонд|академи|больниц|колледж|гимнази|лице|завод|"
    r"предприяти|организаци|партнерств|кафедр|факультет|мы|делегат|депутат|собственник|члены|муниципальн)\w*"
)
_COLLECTIVE = re.compile(
    r"(?<!\w)(?:участники|делегаты|представители|депутаты|члены|собственники|акционеры|садоводы|жители|педагоги|члены)"
    r"(?:\s+(?!(?:единогласно|единодушно|приняли|рассмотрели|всесторонне|отметили|признали|решили|обсудили|также|встретились|познакомились))[\w«»\"-]+){0,9}",
)


def adopted_by(whole: Passage, blocks: Sequence[Block], kind: str) -> Found[str] | None:
    """Who resolves, in the nominative; `None` when the text does not say."""
    if kind == "report":
        return _participants(whole, blocks)
    return _subject(whole, blocks) or _of_title(whole, blocks) or _letterhead(whole, blocks) or _participants(whole, blocks)


def _subject(whole: Passage, blocks: Sequence[Block]) -> Found[str] | None:
    """The body before the deciding verb: the start of the last clause of the preamble, or of the preamble itself."""
    opening = next((b for b in blocks if b.kind == "resolved" and b.rule), None)
    if opening is None:
        return None
    spans = [opening.span] if len(opening.span) > 25 else [b.span for b in blocks if b.span.stop <= opening.span.start][-1:] + [opening.span]
    start, stop = spans[0].start, opening.span.stop
    verbs = [m for m in _VERB.finditer(whole.folded, opening.span.start, stop)]
    if not verbs:
        return None
    before = whole.folded[start : verbs[-1].start()]
    candidates = [m for m in re.finditer(rf"(?:^|[,.;\n]\s*|\)\s*)(?={_BODY.pattern}|[а-я-]+\s+{_BODY.pattern})", before)]
    for m in reversed(candidates):
        text = before[m.end() :]
        cut = _PARTICIPLE.search(text)
        phrase = text[: cut.start()] if cut else text
        if 3 < len(phrase.strip()) < 220 and _is_nominative(phrase) and (cut or m is candidates[-1]):
            span = Span(start + m.end(), start + m.end() + len(phrase.rstrip(" ,\n")))
            return Found(span, _tidy(whole.source.slice(span)), "document.adopter-subject")
    return None


def _is_nominative(phrase: str) -> bool:
    first = next(iter(morph.words(phrase)), None)
    return first is not None and any(r.case == "nomn" and r.pos in ("NOUN", "ADJF") for r in first.readings[:4])


def _of_title(whole: Passage, blocks: Sequence[Block]) -> Found[str] | None:
    """«РАСПОРЯЖЕНИЕ ПРЕЗИДЕНТА …», «Решение Совета депутатов …»: the genitive behind the name of the kind."""
    head = head_lines(blocks)
    i = next((i for i, b in enumerate(head) if b.kind == "title"), None)
    if i is None:
        return None
    line = whole.source.slice(head[i].span)
    rest = re.sub(r"^\W*(?:проект\s+)?\w+(?:\s+из\s+протокола)?\s*", "", line, flags=re.IGNORECASE)
    span = head[i].span
    if not rest.strip() and i + 1 < len(head):
        rest, span = whole.source.slice(head[i + 1].span), head[i + 1].span
    rest = re.split(r"\s(?:от|№|N|об?|по)\s|[,.№\d]|\n", rest)[0].strip()
    if not rest or not re.match(rf"(?:[\w-]+\s+){{0,3}}{_BODY.pattern}", fold(rest)) or len(rest) > 200:
        return None
    return Found(span, _tidy(names.nominative(rest, "gent")), "document.adopter-title")


def _letterhead(whole: Passage, blocks: Sequence[Block]) -> Found[str] | None:
    """The lines above the name of the kind that name a body."""
    head = head_lines(blocks)
    stop = next((i for i, b in enumerate(head) if b.kind == "title"), len(head))
    lines = [b for b in head[:stop] if b.kind == "head"]
    first = next((i for i, b in enumerate(lines) if re.match(rf"(?:[\w-]+\s+){{0,2}}{_BODY.pattern}", whole.folded[b.span.start : b.span.stop])), None)
    if first is None:
        return None
    taken = lines[first : first + 4]
    text = " ".join(" ".join(whole.source.slice(b.span).split()) for b in taken)
    text = re.split(r"\s(?:от\s+[\d«_]|№)", text)[0]
    return Found(Span(taken[0].span.start, taken[-1].span.stop), _tidy(text), "document.adopter-letterhead")


def _participants(whole: Passage, blocks: Sequence[Block]) -> Found[str] | None:
    """«Участники конференции …»: the collective subject of the prose."""
    for m in _COLLECTIVE.finditer(whole.folded):
        text = whole.source.text[m.start() : m.end()]
        phrase = re.split(r"\s[-–—]\s", text)[0]
        return Found(Span(m.start(), m.start() + len(phrase)), _tidy(phrase), "document.adopter-participants")
    return None


def _tidy(text: str) -> str:
    """One space between words; a name in capitals gets small letters, names of places keep theirs."""
    words = text.split()
    if not "".join(words).isupper():
        return " ".join(words).strip(" ,;")
    return " ".join([words[0].capitalize(), *(_small(w) for w in words[1:])]).strip(" ,;")


def _small(word: str) -> str:
    readings = morph.readings(word)
    proper = any(g in r.grammemes for r in readings[:2] for g in ("Geox", "Name", "Surn"))
    return "-".join(p.capitalize() for p in word.split("-")) if proper or word.startswith(("«", '"')) else word.lower()
