"""A check's example run through the whole program."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from resodoc.checks import Check, Limits, Settings
from resodoc.checks.check import Trial
from resodoc.model import Annotation, Resolution, Source, Span
from resodoc.pipeline import extract
from resodoc.readers import read_bytes

Place = tuple[str, str]
"""The words found, and the paragraph that they stand in."""


def document(trial: Trial) -> Resolution:
    source = read_bytes(trial.text.encode("utf-8"), "example.txt")
    options = dict(trial.options)
    if "annotation" in options:
        marked = [Annotation(options["annotation"], _span(source, *place)) for place in wanted(trial)]
        source = replace(source, annotations=tuple(marked))
    return extract(source)


def settings(trial: Trial) -> Settings:
    options = dict(trial.options)
    owners = options.get("owners")
    return Settings(
        today=date.fromisoformat(options["today"]) if "today" in options else None,
        limits=Limits(words=int(options.get("words", Limits().words))),
        owners=tuple((name.replace("_", " "),) for name in owners.split(";")) if owners else None,
    )


def found(check: Check, trial: Trial) -> list[Place]:
    resolution = document(trial)
    findings = sorted(check.run(resolution, settings(trial)), key=lambda f: f.span)
    return [_place(resolution.source.text, f.span) for f in findings]


def agree(found: list[Place], wanted: list[Place]) -> bool:
    """The same words, each in its own line: which the reader may have joined with the next ones."""
    return [words for words, _ in found] == [words for words, _ in wanted] and all(
        line in paragraph for (_, paragraph), (_, line) in zip(found, wanted, strict=True)
    )


def wanted(trial: Trial) -> list[Place]:
    return [_place(trial.text, span) for span in trial.spans]


def _place(text: str, span: Span) -> Place:
    line = text[text.rfind("\n", 0, span.start) + 1 : (text + "\n").find("\n", span.start)]
    return text[span.start : span.stop], " ".join(line.split())


def _span(source: Source, words: str, paragraph: str) -> Span:
    start = source.text.index(paragraph)
    start = source.text.index(words, start)
    return Span(start, start + len(words))
