"""A reference to an item of this document that it does not have.

PASS:
    ПРИКАЗ
    от 5 февраля 2024 г. № 11
    ПРИКАЗЫВАЮ:
    1. Главному инженеру Зимину К.А. до 1 марта 2024 г. провести осмотр котельной.
    2. Контроль за исполнением пункта 1 настоящего приказа и пункта 7 приказа от 3 мая 2020 г. № 8 оставляю за собой.
PASS:
    РЕШЕНИЕ
    РЕШИЛИ:
    I. Итоги
    1. Утвердить отчёт.
    II. Задачи
    2. Зимину К.А. до 1 марта 2024 г. провести осмотр котельной.
    3. Контроль за исполнением пункта 2 настоящего решения возложить на Орлова П.П.
PASS:
    РЕШЕНИЕ
    РЕШИЛИ:
    1. Зимину К.А. до 1 марта 2024 г. провести осмотр котельной.
    2. Срок исполнения пункта 9 протокола от 3 мая 2020 г. № 8 установить до 1 марта 2024 г.
PASS:
    ПРОТОКОЛ № 4
    1. СЛУШАЛИ: Зимина К.А. о смете.
    РЕШИЛИ: Утвердить смету.
    2. СЛУШАЛИ: Орлова П.П. об охране склада.
    РЕШИЛИ:
    1. Поручить Орлову П.П. до 1 июня 2024 г. заключить договор.
    2. Контроль за исполнением пункта 1 возложить на Зимина К.А.
FAIL:
    РЕШЕНИЕ
    РЕШИЛИ:
    1. Зимину К.А. до 1 марта 2024 г. провести осмотр котельной.
    2. Срок исполнения [[пункта 9]] установить до 1 марта 2024 г.
FAIL:
    ПРИКАЗ
    от 5 февраля 2024 г. № 11
    ПРИКАЗЫВАЮ:
    1. Главному инженеру Зимину К.А. до 1 марта 2024 г. провести осмотр котельной.
    2. Контроль за исполнением [[пункта 3 настоящего приказа]] оставляю за собой.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resodoc.model import Finding, Resolution, Span

from .places import act, folded, worst_in_draft
from .settings import Settings

ID = "reference-missing"
LEVEL = "error"

_NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,3}"
_ITEMS = rf"(?:пункт(?:а|у|е|ом|ов|ам|ами|ах|ы)?|пп?\.) ?(?P<numbers>{_NUMBER}(?:(?:, ?| и | ?- ?){_NUMBER}){{0,9}})"
_REFERENCE = re.compile(
    rf"(?<!\w){_ITEMS} настоящ(?:его|ей) (?:решени|постановлени|приказ|протокол|распоряжени|резолюци|перечн|указ|плана)\w*"
)
# «контроль за исполнением пункта 3 возложить на …»: without another act's name it is an item of this one.
_DONE_HERE = re.compile(
    rf"(?<!\w)(?:исполнени|выполнени|реализаци)\w+ (?P<items>{_ITEMS})"
    r"(?=\.?$|[.;]\s| (?:возл|оставля|осуществл|обеспеч|установ|определ|перен|продл|счита|поруч|назнач|до |в срок|к \d|- ))",
    re.MULTILINE,
)
_ACT = re.compile(
    r"(?<!\w)(?:решени|постановлени|приказ|протокол|распоряжени|резолюци|перечн|указ|план|закон|програм|поручени|договор)\w*"
)
_SPLIT = re.compile(r", ?| и | ?- ?")


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    text = folded(resolution.source.text)
    labels = set(_labels(resolution))
    for decision in resolution.decisions:
        if act(decision) == "amend":
            continue
        for part in decision.parts:
            for span, numbers in _references(text, part):
                missing = [number for number in _SPLIT.split(numbers) if number not in labels]
                if labels and missing:
                    values = (("number", ", ".join(missing)),)
                    yield Finding(ID, worst_in_draft(resolution), span, values, decision.id)


def _references(text: str, part: Span) -> Iterator[tuple[Span, str]]:
    """Where items of this document are referred to, and their numbers."""
    for m in _REFERENCE.finditer(text, part.start, part.stop):
        yield Span(*m.span()), m["numbers"]
    if not _ACT.search(text, part.start, part.stop):
        for m in _DONE_HERE.finditer(text, part.start, part.stop):
            yield Span(*m.span("items")), m["numbers"]


def _labels(resolution: Resolution) -> Iterator[str]:
    """The numbers by which items are referred to: as printed, or from the top; item 3 of section II is «пункт 3» where the
    count goes through."""
    section: tuple[str, ...] = ()
    for block in resolution.blocks:
        if block.number:
            section = block.number if block.kind == "heading" else section
            yield ".".join(block.number)
            if block.label:
                yield resolution.source.slice(block.label).strip(" .)")
            if block.number[: len(section)] == section:
                yield ".".join(block.number[len(section) :])
