"""Source → Blocks: parts of the document, headings, numbered items, paragraphs, annexes.

Kinds of block: title (the line that names the kind) · head · text · attendees · agenda · question · heard · spoke · proposed ·
resolved (the words that open what was decided, with the preamble they close) · heading ·
lead (words that govern the numbered items behind them) · item · paragraph · bullet ·
row and cell-… (an assignment table) · slot («Срок: …») · voted · outcome · note (a publisher's words) · signature · approval ·
motion (what was put to the vote and lost) · mailing · annex (one a line).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from resodoc.language import clauses
from resodoc.language.fold import fold
from resodoc.language.numerals import ordinal as ordinal_word
from resodoc.match import Passage
from resodoc.model import Block, Source, Span
from resodoc.rulepack import RuleSet
from resodoc.segment import columns, sections
from resodoc.segment.ahead import LIST_AHEAD, heads_list, heads_tasks
from resodoc.segment.labels import label_of
from resodoc.segment.lines import Line, lines_of
from resodoc.segment.numbering import Numbering, is_amendment
from resodoc.segment.proceedings import PROCEEDINGS, Part, names_question, questions
from resodoc.segment.signature import NAMED_LEAD
from resodoc.segment.zones import parts_of

ASKED = "section.asked"
"""Stands for a rule where the place of a line, not its words, says that it is the next question of the agenda."""
_SHORT = 160


def segment(source: Source, rules: RuleSet, folded: str | None = None) -> tuple[Block, ...]:
    """The blocks of `source`, in order of the text. `folded` is its folded text, when the caller has it already."""
    folded = fold(source.text) if folded is None else folded
    markers = sections.find(Passage(source, folded, Span(0, len(source.text))), rules)
    parts = parts_of(lines_of(source, markers), rules)
    grids = {g.table.span.start: g for t in source.tables if (g := columns.grid_of(source, folded, t, rules))}
    return tuple(_blocks(source, parts, grids))


def _blocks(source: Source, parts: Sequence[Part], grids: dict[int, columns.Grid]) -> Iterator[Block]:
    bases = _bases(parts)
    numbering = Numbering()
    table_stop = -1
    for i, part in enumerate(parts):
        span = part.line.span
        if i in bases:
            numbering.restart(bases[i])
        elif part.zone == "resolved" and part.opens:
            numbering.restart(() if _goes_through_questions(parts[i + 1 : i + 2]) else numbering.base)
        if span.start < table_stop:
            continue
        grid = grids.get(_table_start(source, part.line))
        if grid and part.zone != "annex":
            table_stop = grid.table.span.stop
            numbering.close_items()
            yield from _rows(columns.blocks_of(source, grid), numbering)
        elif part.zone == "motion":
            yield Block("motion", span, numbering.base)
        elif part.zone == "resolved" and not part.opens:
            yield from _operative(source, parts, i, numbering)
        else:
            yield Block(
                part.zone,
                span,
                rule=part.marker.rule
                if part.marker
                else ASKED
                if part.opens and part.zone == "question"
                else "",
            )


def _goes_through_questions(following: Sequence[Part]) -> bool:
    """Whether what was resolved on all questions stands together: «1. По первому вопросу: … 2. По второму …»."""
    return any(part.line.label and names_question(part.line) for part in following)


def _table_start(source: Source, line: Line) -> int:
    return next((t.span.start for t in source.tables if line.cells and line.span in t.span), -1)


def _rows(blocks: Iterator[Block], numbering: Numbering) -> Iterator[Block]:
    """The blocks of a table with full paths: a row stands under the section row above it, unless its number says so itself."""
    section: tuple[str, ...] = ()
    for block in blocks:
        if block.kind == "heading":
            section = block.number
        above = (
            ()
            if section and block.number[: len(section)] == section and len(block.number) > len(section)
            else section
        )
        numbered = block.kind == "row" and block.number
        yield replace(block, number=(*numbering.base, *above, *block.number)) if numbered else block


def _bases(parts: Sequence[Part]) -> dict[int, tuple[str, ...]]:
    """The path under which the decisions of each question stand, by the index of the question's first part."""
    stretches = questions(parts)
    out: dict[int, tuple[str, ...]] = {}
    for count, (start, stop) in enumerate(stretches, 1):
        printed = next((n for p in parts[start:stop] if p.opens and (n := _question_number(p))), None)
        if printed or len(stretches) > 1:
            out[start] = printed or (str(count),)
    return out


def _question_number(part: Part) -> tuple[str, ...] | None:
    """The path that a question's line or its marker prints: «2. СЛУШАЛИ», «По второму вопросу», «Вопрос № 2», «9.2.»."""
    line = part.line
    if part.zone not in ("question", "resolved", *PROCEEDINGS):
        return None
    label = line.label or label_of(line.text)
    if label and label.path:
        return label.path if part.zone == "question" else label.path[-1:]
    head = line.text[: (line.marker.span.stop - line.span.start)] if line.marker else ""
    for word in [names_question(line) or "", *fold(head).replace(".", " ").split()]:
        number = word.strip("№:)n") if any(c.isdigit() for c in word) else ordinal_word(word)
        if number and str(number).split("-")[0].isdigit():
            return (str(number).split("-")[0],)
    return None


def _operative(source: Source, parts: Sequence[Part], i: int, numbering: Numbering) -> Iterator[Block]:
    """The block that an operative line is, its number placed in the open lists."""
    line = parts[i].line
    following = next((p.line for p in parts[i + 1 : i + 2] if p.zone == "resolved" and not p.opens), None)
    if line.cells:
        yield Block("table", line.span)
    elif line.label and line.label.is_bullet:
        yield Block("bullet", line.body, numbering.path, _label_span(line))
    elif line.label:
        asks, topic = line.is_question, heads_tasks([p.line for p in parts[i : i + 2]], 0)
        if (
            asks
            and not topic
            and not line.label.style.startswith("R")
            and not heads_list([p.line for p in parts[i : i + 6]], 0)
        ):
            yield Block("agenda", line.span)
            return
        path = numbering.place(line)
        if numbering.lists_agenda:
            yield Block("agenda", line.span)
            return
        kind = "heading" if asks or topic or _is_heading(line, _sublist(parts, i) or following) else "item"
        if kind == "heading":
            numbering.mark_heading()
        yield Block(kind, line.body, path, _label_span(line))
    elif _governs(line, following, parts[i - 1].line if i else None):
        anew = following is not None and following.label is not None and following.label.ordinal == 1
        if anew:
            numbering.close_items()
        kind = "lead" if _says_something(line) else "heading"
        yield Block(kind, line.span, numbering.path if anew else ())
    else:
        yield Block("paragraph", line.span, numbering.path)


def _sublist(parts: Sequence[Part], i: int) -> Line | None:
    """The first line of the list inside item `i` («2» → «2.1»), prose before it left aside."""
    label = parts[i].line.label
    behind = takewhile(lambda p: p.zone in ("resolved", "text"), parts[i + 1 : i + 1 + LIST_AHEAD])
    first = next((p.line for p in behind if p.line.label), None)
    inside = label and first and first.label and first.label.path[:-1] == label.path
    return first if inside else None


def _label_span(line: Line) -> Span:
    label = line.label
    assert label is not None
    return Span(line.span.start + label.start, line.span.start + len(line.text[: label.stop].rstrip()))


def _is_heading(line: Line, following: Line | None) -> bool:
    """A labelled line that only names what its items are about: no verb, nobody addressed, items or prose of its own behind it."""
    style = line.label.style if line.label else ""
    if style == "bare" or (
        style.startswith("R") and not _says_something(line) and line.text[-1:] not in ".;,:"
    ):
        return True
    if (
        not following
        or NAMED_LEAD.search(line.text)
        or (line.ends_open and is_amendment(line))
        or (_says_something(line) and (line.ends_open or not _only_addresses(line)))
    ):
        return False
    if line.ends_open and following.is_task and not _names_topic(line):
        return False
    opens_list = following.label is not None and following.label.style != (
        line.label.style if line.label else ""
    )
    return opens_list and (line.ends_open or line.text[-1:] not in ".;,")


def _governs(line: Line, following: Line | None, before: Line | None) -> bool:
    """An unlabelled line over a table, or over numbered items that begin anew: their heading, or the words that govern them."""
    if following and following.cells:
        return not _says_something(line) and _stands_apart(line, before)
    if not following or not following.label or following.label.is_bullet:
        return False
    says = next(clauses.main_verbs(line.text, line.words), None)
    if line.ends_open and following.label.ordinal == 1:
        return True
    return not says and len(line.text) < _SHORT and (line.ends_open or _stands_apart(line, before))


def _stands_apart(line: Line, before: Line | None) -> bool:
    """A short line without an end, behind a finished one: a heading in the middle of a list."""
    finished = before is None or before.marker is not None or before.text[-1:] in ".;:!?»)"
    return finished and len(line.text) < _SHORT and line.text[:1].isupper() and line.text[-1:] not in ".;,"


def _says_something(line: Line) -> bool:
    """Whether the line has a main verb, or opens with those it addresses («Министерству образования:»)."""
    words = line.words
    return next(clauses.main_verbs(line.body_text, words), None) is not None or clauses.opens_with_dative(
        words
    )


def _only_addresses(line: Line) -> bool:
    """«II. Правительству области» over its items: a heading that names whose they are."""
    return next(clauses.main_verbs(line.body_text, line.words), None) is None and line.text[-1:] not in ".;,"


def _names_topic(line: Line) -> bool:
    """«По итогам четверти:», «О ремонте:» names what the items are about, nobody who has to do them."""
    return bool(line.words) and line.words[0].readings[0].pos == "PREP"
