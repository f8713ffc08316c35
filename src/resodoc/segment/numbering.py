"""Printed labels → paths: which list a label goes on with, which it opens inside the item above."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from resodoc.segment.labels import Label
from resodoc.segment.lines import Line

_ABOUT_THE_ACT = re.compile(
    r"(?:настоящ|контроль|данн(?:ое|ый) |признать утратившим|опубликовать|разместить|"
    r"решение вступает|приказ вступает|постановление вступает)",
    re.I,
)
_AMENDMENT = re.compile(
    r"(?:в|во|дополнить|абзац|пункт|подпункт|раздел|приложени\w+|слова|цифр\w+|исключить|наименовани\w+|стать\w+|строк\w+|преамбул\w+|изложить|"
    r"заменить|част\w+|таблиц\w+|после слов|по тексту|признать утратившим\w* силу (?:пункт|абзац|подпункт|раздел|част))\b",
    re.I,
)
_SECTION_STYLES = "RbwL"  # «I.», a bare number, «Вопрос 1», «A)»: never closed by an arabic number
_AGENDA = re.compile(r"повестк\w+[^:;.]{0,40}:\s*$", re.I)
_AMENDS = re.compile(r"внести\b.{0,600}?(?:изменени|дополнени|поправк)", re.I | re.S)


@dataclass(slots=True)
class _Level:
    style: str
    printed: tuple[str, ...]
    path: tuple[str, ...]
    ordinal: int | None
    line: Line
    is_heading: bool = False

    @property
    def amends(self) -> bool:
        return self.line.ends_open and _AMENDS.search(self.line.text) is not None


@dataclass(slots=True)
class Numbering:
    """The lists that are open at a place of the document. `base` is the path of the question or sections above them."""

    base: tuple[str, ...] = ()
    _stack: list[_Level] = field(default_factory=list)

    def restart(self, base: tuple[str, ...]) -> None:
        """Close all lists and sections: what follows stands under `base`."""
        self._stack.clear()
        self.base = base

    def close_items(self) -> None:
        """Close the open lists up to the section that they stand in."""
        while self._stack and not self._stack[-1].is_heading:
            self._stack.pop()

    def mark_heading(self) -> None:
        """The innermost open item is a section's heading."""
        self._stack[-1].is_heading = True

    @property
    def lists_agenda(self) -> bool:
        """Whether the innermost item is an entry of an agenda that a decision announces («… с повесткой:»)."""
        return any(_AGENDA.search(level.line.text) for level in self._stack[:-1])

    @property
    def path(self) -> tuple[str, ...]:
        """The path of the innermost open item."""
        return self._stack[-1].path if self._stack else self.base

    def place(self, line: Line) -> tuple[str, ...]:
        """The path of the labelled `line`, which becomes the innermost open item."""
        label = line.label
        assert label is not None
        if len(label.path) > 1:
            path = self._dotted(label.path)
        else:
            self._pop_to_list(line, label)
            path = (*self.path, *label.path)
        self._stack.append(_Level(label.style, label.path, path, label.ordinal, line))
        return path

    def _dotted(self, printed: tuple[str, ...]) -> tuple[str, ...]:
        """«2.1» stands under «2» and beside «2.3»: close what it is not part of; its path goes on from what is left."""
        while (
            self._stack
            and self._stack[-1].style[0] not in _SECTION_STYLES
            and not _is_above(self._stack[-1].printed, printed)
        ):
            self._stack.pop()
        if self._stack and _is_above(self._stack[-1].printed, printed):
            return self._stack[-1].path + printed[len(self._stack[-1].printed) :]
        return _join(self.path, printed)

    def _pop_to_list(self, line: Line, label: Label) -> None:
        """Close the lists that `label` does not go on with; the new item stands under what is left."""
        depth = self._same_list(line, label)
        if depth is not None:
            del self._stack[depth:]

    def _same_list(self, line: Line, label: Label) -> int | None:
        """The depth of the list that `label` belongs to; `None`: it opens a list inside the innermost item."""
        depths = [i for i, level in enumerate(self._stack) if level.style == label.style]
        if not depths:
            return self._above_dotted(label) if label.style == "d." else self._sloppy(label)
        going_on = [i for i in depths if label.ordinal == (self._stack[i].ordinal or 0) + 1]
        if len(going_on) > 1:
            return going_on[-1] if self._goes_on_inside(self._stack[going_on[-1]], line) else going_on[-2]
        if going_on:
            return going_on[-1]
        if label.ordinal == 1 and self._stack[-1].line.ends_open:
            return None
        return depths[-1]

    def _above_dotted(self, label: Label) -> int | None:
        """«2.» behind «1.3.» is no item of it: it stands where the «1.» above would."""
        dotted = next((i for i, level in enumerate(self._stack) if len(level.printed) > 1), None)
        return self._sloppy(label) if dotted is None else dotted

    def _sloppy(self, label: Label) -> int | None:
        """«1.» followed by «2)»: the same list written carelessly, when the item above governs nothing."""
        top = self._stack[-1] if self._stack else None
        if top and label.ordinal not in (None, 1) and label.path[0].isdigit() and not top.line.ends_open:
            for depth, level in enumerate(self._stack):
                if level.path[-1].isdigit() and label.ordinal == (level.ordinal or 0) + 1:
                    return depth
        return None

    def _goes_on_inside(self, inner: _Level, line: Line) -> bool:
        """Two open lists both wait for this number: the inner one gets it while it lists amendments, or has not ended."""
        if _ABOUT_THE_ACT.match(line.body_text):
            return False
        outer = next((level for level in reversed(self._stack) if len(level.path) < len(inner.path)), None)
        if outer and outer.amends:
            return is_amendment(line)
        return inner.line.text.rstrip().endswith((";", ","))


def is_amendment(line: Line) -> bool:
    """«в пункте 5:», «абзац третий исключить»: an operation on the text of another act."""
    return _AMENDMENT.match(line.body_text) is not None


def _is_above(outer: tuple[str, ...], inner: tuple[str, ...]) -> bool:
    return len(outer) < len(inner) and inner[: len(outer)] == outer


def _join(above: tuple[str, ...], path: tuple[str, ...]) -> tuple[str, ...]:
    """«2.1» under question «2» is 2.1; under part «I» it is I.2.1."""
    for n in range(min(len(above), len(path) - 1), 0, -1):
        if above[-n:] == path[:n]:
            return above + path[n:]
    return above + path
