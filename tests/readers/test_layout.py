"""Lines and the paragraphs they make. A line is written as its text and where it begins and ends; "" is white."""

from __future__ import annotations

import pytest

from resodoc.readers.page import layout
from resodoc.readers.page.printed import Line, Word

LEFT, RIGHT, HEIGHT, STEP = 85.0, 553.0, 13.0, 18.0
FULL, INDENT = RIGHT - LEFT, 35.0


def printed(text: str, x0: float, x1: float, y: float, page: int = 1, height: float = HEIGHT) -> Line:
    """A line with its words spread evenly over it."""
    parts = text.split()
    letters = sum(map(len, parts)) or 1
    space = 4.0 if len(parts) > 1 else 0.0
    per_letter = (x1 - x0 - space * (len(parts) - 1)) / letters
    words, x = [], x0
    for part in parts:
        words.append(Word(part, x, y, x + per_letter * len(part), y + height))
        x += per_letter * len(part) + space
    hang = words[1].x0 if len(words) > 1 and layout.LABEL.match(text) else None
    first = words[0].x1 - words[0].x0
    return Line(text, (x0, y, x1, y + height), height, page, first, hang=hang, left=LEFT, right=RIGHT)


def paragraphs(*written: tuple, usual: layout.Habits | None = None) -> list[str]:
    lines, y, page = [], 60.0, 1
    for row in written:
        if row == "page":
            page, y = page + 1, 60.0
        elif row == "":
            y += STEP
        else:
            text, x0, x1, *more = row
            lines.append(printed(text, x0, x1, y, page, *more))
            y += STEP
    found = layout.paragraphs(lines, usual or layout.Habits(STEP / HEIGHT, INDENT))
    return [" ".join(line.text for line in paragraph) for paragraph in found]


def body(text: str, end: float = RIGHT) -> tuple:
    return text, LEFT, end


def first(text: str, end: float = RIGHT) -> tuple:
    return text, LEFT + INDENT, end


def centre(text: str, wide: float) -> tuple:
    middle = (LEFT + RIGHT) / 2
    return text, middle - wide / 2, middle + wide / 2


CASES = {
    "indents": ([first("1. Поручить отделу"), body("культуры смотр.", 300), first("2. Принять план"), body("к сведению.", 200)],
                ["1. Поручить отделу культуры смотр.", "2. Принять план к сведению."]),
    "short lines": ([body("Поручить отделу.", 300), body("Принять к сведению отчёт.", 400)],
                    ["Поручить отделу.", "Принять к сведению отчёт."]),
    "white": ([body("Решили, что план"), "", body("Принять отчёт")], ["Решили, что план", "Принять отчёт"]),
    "labels flush left": ([body("1. Принять отчёт;"), body("2. Утвердить план.", 300)], ["1. Принять отчёт;", "2. Утвердить план."]),
    "a date at the start of a line": ([first("1. Изменить решение от"), body("30. мая 2023 года № 5.", 300)],
                                      ["1. Изменить решение от 30. мая 2023 года № 5."]),
    "a sentence over a page": ([first("1. Принять отчёт и"), "page", body("план к сведению.", 250)],
                               ["1. Принять отчёт и план к сведению."]),
    "a new item on a new page": ([first("1. Принять отчёт."), "page", first("2. Принять план.", 300)],
                                 ["1. Принять отчёт.", "2. Принять план."]),
    "smaller type": ([body("Принять отчёт"), ("ссылка на отчёт", LEFT, RIGHT, 9.0)], ["Принять отчёт", "ссылка на отчёт"]),
    "a blank ends a line": ([body("серия ______"), body("номер ______")], ["серия ______", "номер ______"]),
    "a title": ([("О мерах по охране", LEFT, 240), ("Памятников культуры", LEFT, 250), ("в районе", LEFT, 150)],
                ["О мерах по охране Памятников культуры в районе"]),
    "an agenda": ([("О создании совета", LEFT, 240), ("О выборах председателя", LEFT, 260)],
                  ["О создании совета", "О выборах председателя"]),
    "a centred heading": ([centre("Порядок проведения", 150), centre("конкурса проектов", 140)], ["Порядок проведения конкурса проектов"]),
    "capitals apart": ([centre("ПОСТАНОВЛЕНИЕ", 130), centre("от 3 мая 2026 г. № 7", 140)], ["ПОСТАНОВЛЕНИЕ", "от 3 мая 2026 г. № 7"]),
    "the body and its act": ([centre("СОВЕТ ДЕПУТАТОВ РАЙОНА", 200), centre("РЕШЕНИЕ", 80)], ["СОВЕТ ДЕПУТАТОВ РАЙОНА", "РЕШЕНИЕ"]),
    "a centred line as wide as the text": ([body("Об участии района в системе поездок в"), centre("другие районы и города", 300)],
                                           ["Об участии района в системе поездок в другие районы и города"]),
    "a heading after a paragraph": ([first("1. Принять отчёт"), body("к сведению и решил"), centre("РЕШЕНИЕ", 80)],
                                    ["1. Принять отчёт к сведению и решил", "РЕШЕНИЕ"]),
    "a note in brackets": ([("(в ред. решений", LEFT, 250), ("от 3 мая 2026 г.,", LEFT, 240), ("от 5 мая 2027 г.)", LEFT, 200)],
                           ["(в ред. решений от 3 мая 2026 г., от 5 мая 2027 г.)"]),
    "a date at the start of a centred line": ([centre("Распоряжение мэра района от", 200), centre("06.02.2026 № 75", 100)],
                                              ["Распоряжение мэра района от 06.02.2026 № 75"]),
    "a name in the genitive": ([centre("Утверждено", 90), centre("Постановлением", 100), centre("Правительства края", 120)],
                               ["Утверждено Постановлением Правительства края"]),
    "an annex's mark": ([("Приложение", 400, 470), ("к решению совета", 400, 500), ("от 3 мая 2026 г.", 400, 490)],
                        ["Приложение к решению совета от 3 мая 2026 г."]),
    "an addressee": ([("Главе района", 400, 480), ("Громовой Л.В.", 400, 480)], ["Главе района Громовой Л.В."]),
    "who approves": ([("Глава района", 400, 480), ("Громова Л.В.", 400, 480)], ["Глава района", "Громова Л.В."]),
    "a signature": ([body("Глава района\tЛ.В. Громова"), body("Секретарь\tК.Д. Вешняков")],
                    ["Глава района\tЛ.В. Громова", "Секретарь\tК.Д. Вешняков"]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_paragraphs(name):
    written, expected = CASES[name]
    assert paragraphs(*written) == expected


def test_a_hanging_paragraph_goes_on_where_its_text_began():
    line = printed("1. Принять отчёт", LEFT, RIGHT, 60.0)
    below = printed("и план", line.hang, 300, 60.0 + STEP)
    beside = printed("и план", line.hang + 20, 300, 60.0 + STEP)
    usual = layout.Habits(STEP / HEIGHT)
    assert [len(list(layout.paragraphs([line, other], usual))) for other in (below, beside)] == [1, 2]


def test_habits_are_what_most_lines_do():
    lines = [
        printed("слово слово", LEFT + (INDENT if n % 3 == 0 else 0), RIGHT, 60 + STEP * n) for n in range(12)
    ]
    usual = layout.habits(lines)
    assert (round(usual.step, 2), usual.indent) == (round(STEP / HEIGHT, 2), INDENT)
    assert layout.habits([]).indent is None


ALIGNED = [
    (centre("РЕШЕНИЕ", 80), "center"),
    (("от 3 мая", 480, RIGHT), "right"),
    (("Приложение", 400, 470), "right"),
    (body("Решили"), "left"),
    (("Решили", LEFT + INDENT, RIGHT - INDENT), "left"),  # as far from both edges as a first line is indented
]


@pytest.mark.parametrize(("written", "expected"), ALIGNED)
def test_alignment(written, expected):
    assert layout.align(printed(*written, 60.0), layout.Habits(1.4, INDENT)) == expected
