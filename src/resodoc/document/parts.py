"""Title, preamble, agenda, annexes: stretches of the document that stand around its decisions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from resodoc.language import clauses, morph
from resodoc.language.dates import find_dates
from resodoc.match import Passage
from resodoc.model import Annex, Block, Found, Source, Span
from resodoc.rulepack import RuleSet
from resodoc.segment import ASKED
from resodoc.segment.labels import label_of

PREAMBLE_START = re.compile(
    r"(?:в соответствии|в целях|в связи|на основании|руководствуясь|рассмотрев|заслушав|обсудив|во исполнение|учитывая|"
    r"принимая во внимание|с целью|согласно|ввиду|отмечая|исходя)",
    re.IGNORECASE,
)
_ENDS_TITLE = re.compile(
    rf"{PREAMBLE_START.pattern}|утвержд|[^\n]*, (?:руководствуясь|рассмотрев|заслушав|обсудив|в соответствии|учитывая)",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"[«\"]?(?:О|Об|Обо|ОБ|О внесении)\s")
_NAMED = re.compile(r"\w+\s+(?:№\s*\S+\s+)?(?:от\s+[\d.]+\s+)?[а-яё]{4}")
"""«Протокол № 3 заседания правления»: the line that names the kind goes on with whose it is."""
_PARTICULARS = re.compile(
    r"(?:принятые сокращения|дата|время|место|форма|формат|начало|адрес|тема)(?: [^:\n]{1,40})?:",
    re.IGNORECASE,
)
_GREETING = re.compile(r"(?:Уважаем|Глубокоуважаем|Дорог)(?:ый|ая|ие|ой)\b")
_OFFICE = re.compile(r"(?:от\s|№|N\s|г\.|город\s|\d|«?_|\")", re.IGNORECASE)
_LONGEST_TITLE_LINE, _MOST_TITLE_LINES = 400, 14
_FIRST_DECIDED = (
    "resolved",
    "item",
    "paragraph",
    "row",
    "bullet",
    "question",
    "heard",
    "agenda",
    "attendees",
    "lead",
)


def head_lines(blocks: Sequence[Block]) -> list[Block]:
    """The blocks before anything is discussed or decided."""
    out = []
    for block in blocks:
        if block.kind in _FIRST_DECIDED:
            break
        out.append(block)
    return out


def title_of(whole: Passage, blocks: Sequence[Block], kind: str, rules: RuleSet) -> Found[str] | None:
    """What the document is called: «О внесении изменений …», «участников съезда …», the headline of a report."""
    source, head = whole.source, head_lines(blocks)
    if kind == "report":
        return _headline(whole, head)
    start = next((i for i, b in enumerate(head) if b.kind == "title"), None)
    lines = [b for b in (head[start + 1 :] if start is not None else head) if b.kind in ("head", "title")]
    about = next(
        (
            i
            for i, b in enumerate(lines)
            if _ABOUT.match(source.slice(b.span)) and not is_prose(source, b.span)
        ),
        None,
    )
    if about is None and start is None:
        return None
    named = about is None and start is not None and _NAMED.match(source.slice(head[start].span))
    taken: list[Block] = [head[start]] if named else []
    for block in lines[about or 0 :][:_MOST_TITLE_LINES]:
        text = source.slice(block.span)
        if is_prose(source, block.span) or _ENDS_TITLE.match(text) or len(text) > _LONGEST_TITLE_LINE:
            break
        if _PARTICULARS.match(text) or (taken and start is None and _is_addressee(text)):
            break
        if not (about is None and _is_office(whole, block.span)):
            taken.append(block)
    if not taken and start is not None:
        taken = [head[start]]
    return _joined(source, taken, "document.title")


def _is_addressee(text: str) -> bool:
    """A line of whom a letter is sent to or greets: «Главам районов», «Уважаемые коллеги!»."""
    return text[:1].isupper() and (
        _GREETING.match(text) is not None or clauses.opens_with_dative(morph.words(text))
    )


def _headline(whole: Passage, head: Sequence[Block]) -> Found[str] | None:
    """The last short line before the first paragraph of prose; a line of date and place is none."""
    source = whole.source
    lines = []
    for block in head:
        if is_prose(source, block.span):
            break
        if block.kind != "note" and not _is_office(whole, block.span):
            lines.append(block)
    return _joined(source, lines[-1:] or list(head[:1]), "document.headline")


def _joined(source: Source, blocks: Sequence[Block], rule: str) -> Found[str] | None:
    if not any(len(b.span) for b in blocks):
        return None
    text = " ".join(source.quote(b.span) for b in blocks)
    return Found(Span(blocks[0].span.start, blocks[-1].span.stop), text, rule)


def is_prose(source: Source, span: Span) -> bool:
    """A sentence: a finite verb, and a full stop or many words."""
    text = source.slice(span)
    if len(text) < 60 and not text.rstrip().endswith((".", ":")):
        return False
    words = morph.words(source.text, span.start, span.stop)
    return any(v.form != "infinitive" for v in clauses.main_verbs(source.text, words))


def _is_office(whole: Passage, span: Span) -> bool:
    """A line of the date, the number, or the place."""
    text = whole.source.slice(span)
    if not _OFFICE.match(text) or len(text) > 120:
        return False
    dated = sum(len(s) for s, _, _ in find_dates(whole.folded, span.start, span.stop))
    return dated > 0 or "№" in text or "_" in text or len(text) < 40


def preamble(source: Source, blocks: Sequence[Block], title: Found[str] | None) -> tuple[Span, ...]:
    """The paragraphs of prose between the head and the first decision, that with «ПОСТАНОВЛЯЕТ:» included."""
    out = []
    for block in blocks:
        if block.kind in ("item", "paragraph", "row", "bullet", "question", "heard"):
            break
        behind_title = title is None or block.span.start >= title.span.stop
        if (block.kind in ("head", "text") and behind_title and _is_paragraph(source, block.span)) or (
            block.kind == "resolved" and len(block.span) > 30
        ):
            out.append(block.span)
    return tuple(out)


def _is_paragraph(source: Source, span: Span) -> bool:
    return len(span) > 80 or is_prose(source, span) or PREAMBLE_START.match(source.slice(span)) is not None


def agenda(source: Source, blocks: Sequence[Block]) -> tuple[Found[str], ...]:
    """The questions of the agenda, and those that open proceedings without one."""
    out: list[Found[str]] = []
    seen: set[str] = set()
    for block in blocks:
        if (block.kind == "agenda" and not block.rule) or block.rule == ASKED:
            text = source.slice(block.span)
            label = label_of(text)
            wording = " ".join(text[label.stop if label else 0 :].split()).rstrip(".;")
            if wording and wording.lower() not in seen:
                seen.add(wording.lower())
                out.append(Found(block.span, wording, "section.agenda"))
    return tuple(out)


_ANNEX_OFFICE = re.compile(
    r"(?:приложени|утверж|список изменяющих|\(|_|к |от |постановлени|решени|приказ|распоряжени|администрации|\d|№)",
    re.IGNORECASE,
)
_ANNEX_DATED = re.compile(r"(?:.{0,200}\s)?от\s+\W*[\d_].{0,40}(?:№|N)\s*[\w/-]*$", re.IGNORECASE)
_LISTED = re.compile(
    r"^[А-ЯЁ][\w-]+ (?:[А-ЯЁ]\.|[А-ЯЁ]\w+ [А-ЯЁ]\w+).{0,60}\s[-–—]\s|^(?:Председатель|Члены) \w+:?$"
)


def annexes(source: Source, blocks: Sequence[Block]) -> tuple[Annex, ...]:
    """What stands behind the signature under «Приложение …», «УТВЕРЖДЕНЫ …»: its first line, and its whole span."""
    starts = [i for i, b in enumerate(blocks) if b.kind == "annex" and b.rule]
    starts = [i for n, i in enumerate(starts) if n == 0 or i - starts[n - 1] > 4]
    out = []
    for n, i in enumerate(starts):
        stop = starts[n + 1] if n + 1 < len(starts) else len(blocks)
        last = max((b.span.stop for b in blocks[i:stop]), default=blocks[i].span.stop)
        out.append(Annex(_annex_title(source, blocks[i:stop]), Span(blocks[i].span.start, last)))
    return tuple(out)


def _annex_title(source: Source, blocks: Sequence[Block]) -> str:
    """The name of what is annexed: the first lines behind «Приложение … к постановлению … от … № …» (ГОСТ Р 7.0.97, 5.22)."""
    rows = {row[0].start for table in source.tables for row in table.rows[:1] if row}
    prose = takewhile(lambda block: block.span.start not in rows, blocks[1:12])
    lines = [source.quote(block.span) for block in (blocks[0], *prose)]
    dated = max((i for i, text in enumerate(lines[:8]) if _ANNEX_DATED.match(text)), default=-1)
    taken: list[str] = []
    for text in lines[dated + 1 :]:
        if not taken and (_ANNEX_OFFICE.match(text) or text[:1].islower()):
            continue
        if len(text) > 200 or (taken and (text.endswith(".") or label_of(text) or _LISTED.search(text))):
            break
        taken.append(text)
        if len(" ".join(taken)) > 120:
            break
    return " ".join(taken) or lines[0]
