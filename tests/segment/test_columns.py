"""Tables, and what each of their columns is taken for."""

from __future__ import annotations

import re

import pytest

from resodoc.language.fold import fold
from resodoc.model import Source
from resodoc.readers.compose import Composer
from resodoc.rulepack import bundled
from resodoc.segment import segment
from resodoc.segment.columns import Grid, grid_of

PLAN = """
1. | Промыть трубы | Начальник цеха Зимин А.А. | 01.09.2024 | 120
2. | Заменить задвижки | Отдел снабжения | до 10 сентября | 84,5
3. | Утеплить ворота | ООО «Тепло», гл. энергетик | октябрь 2024 г. | по смете
4. | Проверка заземления | Гараж | постоянно | –
"""
GOODS = """
1. | Песок речной | ООО «Карьер» | 01.09.2024 | 120
2. | Соль техническая | Отдел снабжения | 10.09.2024 | 84,5
3. | Лопаты | Завхоз | 11.09.2024 | 12
"""
UNNUMBERED = re.sub(r"\d\. \|", "а |", PLAN)
NUMBERED = ("number",)
SHOWN = [NUMBERED, ("task",), ("owner",), ("deadline",), ()]
CASES = {
    "headings that no rule knows": ("№ | Забота | На ком держится | Крайний день | Деньги", PLAN, 1, SHOWN),
    "a day that no heading names": (
        "№ | Мероприятие | Ответственный | Крайний день | Деньги",
        PLAN,
        1,
        SHOWN,
    ),
    "headings in everyday words": (
        "П/п | Что надо сделать | С кого спрос | К какому дню | На какие деньги",
        PLAN,
        1,
        [*SHOWN[:4], ("other",)],
    ),
    "a title row above the headings": ("План | | | |\n№ | Задача | Кто | Когда | Деньги", PLAN, 2, SHOWN),
    "days and firms beside goods": ("№ | Товар | Поставщик | Получен | Цена", GOODS, None, []),
    "no heading known but the rows are numbered": ("Ряд | Забота | На ком | Конец | Деньги", PLAN, 1, SHOWN),
    "no heading known, no numbers": ("Ряд | Забота | На ком | Конец | Деньги", UNNUMBERED, None, []),
    "headings left out": ("5. | Очистить крыши | Дворники | 1 мая | 5", PLAN, 0, SHOWN),
    "headings with their numbers below": (
        "№ | Задача | Кто | Когда | Деньги\n1 | 2 | 3 | 4 | 5",
        PLAN,
        1,
        SHOWN,
    ),
    "too few rows to tell": ("№ | Забота | На ком держится | Крайний день | Деньги", PLAN[:80], None, []),
}


def test_a_short_line_above_a_table_is_its_heading() -> None:
    composer = Composer()
    for line in ("РЕШИЛИ:", "1. Принять отчёт.", "Задачи (нумерация сквозная)"):
        composer.add(line)
        composer.end()
    for row in ("№ | Задача | Кто", "2 | Покрасить забор | Орлов", "3 | Починить кран | Зимин"):
        composer.row([[(cell.strip(), {})] for cell in row.split("|")])
    blocks = segment(composer.source(name="case"), bundled())
    assert [b.kind for b in blocks if not b.kind.startswith("cell-")] == [
        "resolved",
        "item",
        "heading",
        "row",
        "row",
    ]


HEAD = "№ | Задача | Кто | Срок"
SECTIONS = {
    "a Roman number over Arabic ones": ("II. | Контроль | |\n5 | Проверить | Зимин | май", ["II", "II.5"]),
    "a number that the next begins with": ("2. | Ремонт | |\n2.1. | Начать | Зимин | май", ["2", "2.1"]),
    "a label with the name": (" | Раздел 3. Ремонт кровли | |\n5 | Начать | Зимин | май", ["3", "3.5"]),
    "no number, nothing asked": (" | Ремонт кровли и фасада | |\n5 | Начать | Зимин | май", ["", "5"]),
}
TASKS = {
    "blanks to be filled in": ("4 | Проверить краны | |\n5 | Начать | Зимин | май", ["4", "5"]),
    "a task without a number": (" | Проверить краны | |\n5 | Начать | Зимин | май", ["", "5"]),
    "Roman numbers throughout": ("IV. | Проверка кранов | |\nV. | Начать | Зимин | май", ["IV", "V"]),
    "somebody has to": ("II. | Контроль | Зимин |\n5 | Проверить | Зимин | май", ["II", "5"]),
}


@pytest.mark.parametrize("name", [*SECTIONS, *TASKS])
def test_a_row_with_nothing_beside_its_name_heads_those_below(name: str) -> None:
    body, numbers = (SECTIONS | TASKS)[name]
    blocks = [b for b in segment(_source(f"{HEAD}\n{body}"), bundled()) if not b.kind.startswith("cell-")]
    assert [b.kind for b in blocks] == ["heading" if name in SECTIONS else "row", "row"]
    assert [".".join(b.number) for b in blocks] == numbers


def _grid(rows: str) -> Grid | None:
    source = _source(rows)
    return grid_of(source, fold(source.text), source.tables[0], bundled())


def _source(rows: str) -> Source:
    composer = Composer()
    for row in rows.strip("\n").splitlines():
        composer.row([[(cell.strip(), {})] for cell in row.split("|")])
    return composer.source(name="case")


@pytest.mark.parametrize("name", CASES)
def test_columns_are_told_by_headings_or_by_cells(name: str) -> None:
    header, body, first, columns = CASES[name]
    grid = _grid(f"{header}\n{body.strip()}")
    assert (grid and grid.first, list(grid.columns) if grid else []) == (first, columns)
