"""--fix: what it mends, and what it never touches."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resodoc.fix import diff, edits, fixed, mend

MENDED = [
    ("Поручить  Орловой Т.П. подготовить смету", "Поручить Орловой Т.П. подготовить смету"),
    ("смету ,график ; отчёт .", "смету, график; отчёт."),
    ('созвать "Совет" и "Клуб"', "созвать «Совет» и «Клуб»"),
    ('ООО "Улей" , дом', "ООО «Улей», дом"),
    ("Срок - первое полугодие", "Срок – первое полугодие"),
    ("до 1 мая 2025г. и в 2026году", "до 1 мая 2025 г. и в 2026 году"),
    ('"отчёт"  2025г. №5 .', "«отчёт» 2025 г. №5."),
    ("Дом 5 . Квартира 7 .", "Дом 5. Квартира 7."),
    ("( текст ) и « слово »", "(текст) и «слово»"),
]
KEPT = [
    "Директор                 П.П. Орлов",
    "15 марта 2025 г.                 № 12",
    "сумма 10  000 руб.; 5 - 7 дней; 3 , 4",
    "Юрьев - Польский район, Петров - Водкин",
    "научно - технический совет",
    'вложенные "О "Совете" ветеранов"',
    'одна кавычка 15" труба',
    "`a  b` и http://example.ru/а,б",
    "| ячейка  один | ячейка  два |",
    "<!-- resodoc: ignore  owner-blank -->",
    "Срок: _____  Ответственный: _____",
    '```\nа  б "в"\n```',
    "строка с переносом  \nвторая",
    "12.05.2025г",
    "Январь  15  20  30",
    "в 10 . 30 и 3 .5",
]


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_mends(before, after):
    assert fixed(before)[0] == after


@pytest.mark.parametrize("text", KEPT)
def test_keeps(text):
    assert edits(text) == ()


@given(st.text(alphabet='аБ1 2.,;:«»"()-–года \n\tXx_|`№%', max_size=120))
def test_no_letter_and_no_digit_changes_and_once_is_enough(text):
    after, count = fixed(text)
    assert re.findall(r"\w", after) == re.findall(r"\w", text)
    assert re.findall(r"\d+", after) == re.findall(r"\d+", text)
    assert edits(after) == ()
    assert (count == 0) == (after == text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "koi8-r", "cp866", "utf-16"])
def test_a_file_keeps_its_encoding_and_its_line_ends(encoding):
    text = "Поручить  комиссии подготовить смету ,отчёт\r\nи план к собранию жильцов дома\r\n" * 5
    data = text.encode(encoding)
    mended = mend(data, "a.txt")
    back = mended.after.encode(mended.encoding)
    assert mended.count and back.decode(encoding) == text.replace("  ", " ").replace(" ,", ", ")


def test_what_the_encoding_cannot_write_stays():
    data = 'Созвать "Совет" дома  и утвердить смету на ремонт кровли'.encode("koi8-r")
    mended = mend(data, "a.txt")
    assert mended.after == 'Созвать "Совет" дома и утвердить смету на ремонт кровли'


def test_the_diff_can_be_applied():
    text = diff("a.txt", "раз  два\nтри\n", "раз два\nтри\n")
    assert text.splitlines() == [
        "--- a/a.txt",
        "+++ b/a.txt",
        "@@ -1,2 +1,2 @@",
        "-раз  два",
        "+раз два",
        " три",
    ]
    assert diff("a.txt", "то же", "то же") == ""
