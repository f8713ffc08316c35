"""A check as the rest of the program sees it, made from a module of this package or an entry of `rules/wording.yaml`.

A check module has `ID`, `LEVEL` (its worst), `check(resolution, settings)`, `ON = False` when it runs only on request,
and a docstring whose examples are its documentation and its tests:

    PASS:
        a whole document, in which the check finds nothing
    FAIL today=2024-05-01:
        a document in which the check finds exactly the [[words in brackets]]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from inspect import cleandoc
from types import ModuleType

from resodoc.messages import language, text
from resodoc.model import Finding, Resolution, Rule, Span

from .settings import Settings

LEVELS = ("info", "warning", "error")
"""From the least to the worst."""

Run = Callable[[Resolution, Settings], Iterable[Finding]]

_HEAD = re.compile(r"(?P<verdict>PASS|FAIL)(?P<options>(?: [a-z]+=\S+)*):$")
_MARK = re.compile(r"\[\[|\]\]")


@dataclass(frozen=True, slots=True)
class Trial:
    """An example of a check: `spans` are what it must find in `text`, none when the text must pass.
    `options`: `today` (ISO 8601), `owners` (names parted by ";"), `annotation` (its kind, laid on each span)."""

    text: str
    spans: tuple[Span, ...]
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """`level` is the worst it gives; `on`: whether it runs without being asked for."""

    id: str
    level: str
    run: Run
    on: bool
    trials: tuple[Trial, ...]
    rule: Rule | None = None

    def about(self, lang: str | None = None) -> str:
        """What the check is for, in one or two sentences."""
        if self.rule:
            return self.rule.value.get(f"about_{lang or language()}", self.rule.why)
        return text(f"check-{self.id}.about", lang)

    def message(self, finding: Finding, lang: str | None = None) -> str:
        """What is wrong."""
        return self._say("message", finding, lang)

    def suggestion(self, finding: Finding, lang: str | None = None) -> str:
        """What to write instead."""
        return self._say("suggestion", finding, lang)

    def _say(self, part: str, finding: Finding, lang: str | None) -> str:
        if self.rule:
            value = self.rule.value
            return value.get(f"{part}_{lang or language()}", value[part])
        values = dict(finding.values)
        code = ".".join(
            filter(
                None, (f"check-{self.id}", values.pop("variant", None), "fix" if part == "suggestion" else "")
            )
        )
        return text(code, lang, **values)


def of_module(module: ModuleType) -> Check:
    return Check(
        id=module.ID,
        level=module.LEVEL,
        run=module.check,
        on=getattr(module, "ON", True),
        trials=tuple(trials(module.__doc__ or "")),
    )


def trials(doc: str) -> Iterator[Trial]:
    """The PASS and FAIL examples of a docstring: what is indented under a head, up to the next line that is not."""
    head: re.Match[str] | None = None
    body: list[str] = []
    for line in [*cleandoc(doc).splitlines(), "."]:
        if head and (line.startswith(" ") or not line):
            body.append(line)
            continue
        if head:
            yield _trial(head, cleandoc("\n" + "\n".join(body)))
        head, body = _HEAD.match(line), []


def _trial(head: re.Match[str], marked: str) -> Trial:
    plain, opened, spans, length, last = [], None, [], 0, 0
    for m in _MARK.finditer(marked):
        plain.append(marked[last : m.start()])
        length, last = length + m.start() - last, m.end()
        if m.group() == "[[":
            opened = length
        elif opened is not None:
            spans.append(Span(opened, length))
    plain.append(marked[last:])
    if bool(spans) != (head["verdict"] == "FAIL"):
        raise ValueError(f"a FAIL example marks [[what is found]], a PASS example marks nothing: {marked!r}")
    options = tuple(tuple(option.split("=", 1)) for option in head["options"].split())
    return Trial("".join(plain) + "\n", tuple(spans), options)
