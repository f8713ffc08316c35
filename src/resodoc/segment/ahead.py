"""What the lines around a line tell of it: quotations, notes, lists that begin or go on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from resodoc.language import clauses
from resodoc.language.fold import fold
from resodoc.segment.labels import label_of
from resodoc.segment.lines import Line

LIST_AHEAD = 4  # lines in which a heading's list begins
_TASKS_AHEAD = 15
_SPEAKER = re.compile(r"(?:со)?докладчик|докладывает|сообщение|информация|выступает")
_QUOTE_LINES = 400
_NOTE_LINES = 12
_QUOTES = ("«", '"', "“", "„")
_CLOSES = re.compile(r"[»\"”][\s.;,]*$")


def quote_end(lines: Sequence[Line], i: int) -> int:
    """The last line of the wording that line `i` begins to quote from another act; `i - 1` when it quotes none."""
    opening = lines[i].text[:1]
    if opening not in _QUOTES:
        return i - 1
    depth = 0
    for j in range(i, min(len(lines), i + _QUOTE_LINES)):
        text = lines[j].text
        depth += text.count("«") - text.count("»")
        closed = _CLOSES.search(text) is not None
        if closed and (depth <= 0 if opening == "«" else True):
            return j
    return i - 1


def note_end(lines: Sequence[Line], i: int) -> int:
    """The last line of the publisher's note that line `i` begins: to the bracket that closes it; without one, over the
    short lines set like it, up to a number."""
    depth, j = lines[i].text.count("(") - lines[i].text.count(")"), i
    while depth > 0 and j + 1 < min(len(lines), i + _NOTE_LINES):
        j += 1
        depth += lines[j].text.count("(") - lines[j].text.count(")")
    while depth <= 0 and _note_goes_on(lines[i], lines, j):
        j += 1
    return j


def heads_list(lines: Sequence[Line], i: int) -> bool:
    """Whether the labelled line `i` is the heading of a list of another style that begins soon behind it."""
    label = lines[i].label
    following = next((line.label for line in lines[i + 1 : i + 1 + LIST_AHEAD] if line.label), None)
    if label is None or following is None or following.is_bullet:
        return False
    return following.style != label.style and following.ordinal == 1


def heads_tasks(lines: Sequence[Line], i: int) -> bool:
    """Whether line `i` is a topic over bullets that are tasks: «1. Кровля.» «- Лосю Б.Б. найти подрядчика»."""
    following = lines[i + 1] if i + 1 < len(lines) else None
    if following is None or not following.label or not following.label.is_bullet or not following.is_task:
        return False
    line = lines[i]
    return (
        not line.ends_open
        and next(clauses.main_verbs(line.body_text, line.words), None) is None
        and not clauses.opens_with_dative(line.words)
    )


def counts_on(before: Line, line: Line) -> bool:
    """Whether `line` is the next entry of the list that `before` belongs to."""
    if not before.label or not line.label or before.label.style != line.label.style:
        return False
    return line.label.ordinal == (before.label.ordinal or 0) + 1


def announces_speaker(lines: Sequence[Line], i: int) -> bool:
    """Whether line `i` only says who will speak on an entry of the agenda: the agenda counts on behind it, or the minutes
    go over to what was heard, before anything is decided."""
    if not _SPEAKER.match(fold(lines[i].text)):
        return False
    for following in lines[i + 1 : i + 1 + LIST_AHEAD]:
        marker = following.marker.value if following.marker else None
        if marker == "heard":
            return not _SPEAKER.match(fold(following.text))
        if following.label or marker:
            return marker is None and continues(lines, i, following)
    return False


def _note_goes_on(note: Line, lines: Sequence[Line], j: int) -> bool:
    """«Утратил силу – Постановление / Правительства области / от 05.12.2014 № 385»: lines set alike, up to the number."""
    if (
        note.align not in ("right", "center")
        or j + 1 >= len(lines)
        or any(sign in lines[j].text for sign in ("№", " N "))
    ):
        return False
    following = lines[j + 1]
    return (
        following.align == note.align
        and not following.label
        and not following.marker
        and len(following.text) < 80
    )


def tells(line: Line) -> bool:
    """Prose that tells what was done: a sentence with a finite verb in the past."""
    return len(line.text) > 100 and any(v.tense == "past" for v in clauses.main_verbs(line.text, line.words))


def continues(lines: Sequence[Line], i: int, following: Line) -> bool:
    """Whether `following` counts on from the last label before line `i`."""
    before = next((line for line in reversed(lines[:i]) if line.label and line.label.path), None)
    return before is not None and counts_on(before, following)


def is_next_item(lines: Sequence[Line], i: int) -> bool:
    """«6. Съезд просит Правительство:» behind item 5: what is asked for is one of the items."""
    label = label_of(lines[i].text)
    last = next((b for b in reversed(lines[:i]) if label and b.label and b.label.style == label.style), None)
    return last is not None and counts_on(last, replace(lines[i], label=label))


def decided_below(lines: Sequence[Line], i: int) -> bool:
    """Whether a question named among what was resolved is followed by its decisions, not by proceedings."""
    if label := label_of(lines[i].text):
        return "вопрос" not in label.style or replace(lines[i], label=label).is_task
    following = next(iter(lines[i + 1 : i + 2]), None)
    return following is not None and following.label is not None and following.marker is None


def tasks_follow(lines: Sequence[Line], i: int, in_annex: bool) -> bool:
    """Whether numbered tasks follow line `i` before any annex: then it is no signature and no annex."""
    for following in lines[i + 1 : i + 1 + _TASKS_AHEAD]:
        value = following.marker.value if following.marker else None
        if value in ("annex", "annex-approved", "title"):
            return False
        if value == "resolved":
            return True
        if following.label and not following.label.is_bullet and following.is_task and not in_annex:
            return lines[i].label is not None or continues(lines, i, following)
    return False
