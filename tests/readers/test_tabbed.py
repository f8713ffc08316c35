"""Tables set with tabs or blanks in plain text: the rows that are read, and what is left as text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resodoc.readers import read_bytes

COPIED = """
№\tЧто сделать\tКто\tСрок
6\tПочинить кран\tЗимин\t19.09
7\tСдать отчёт\t\t
"""
ALIGNED = """
№ п/п   Мероприятие                     Срок         Ответственный
 9      Провести ремонт кровли          01.09.2024   Зимин А.А.
        здания школы
10      Завезти уголь                   10.09.2024   Орлов П.П.,
                                                     Лосев Е.Е.
"""
UNNUMBERED = """
Задача\tКто\tСрок
Проверить трубы\tЗимин\t1 мая
Починить кран\tОрлов\t2 мая
Завезти уголь\tЛосев\t3 мая
"""
TABLES = {
    "copied with tabs, cells left empty": (
        COPIED,
        [
            ["№", "Что сделать", "Кто", "Срок"],
            ["6", "Починить кран", "Зимин", "19.09"],
            ["7", "Сдать отчёт", "", ""],
        ],
    ),
    "aligned by blanks, cells over several lines": (
        ALIGNED,
        [
            ["№ п/п", "Мероприятие", "Срок", "Ответственный"],
            ["9", "Провести ремонт кровли здания школы", "01.09.2024", "Зимин А.А."],
            ["10", "Завезти уголь", "10.09.2024", "Орлов П.П., Лосев Е.Е."],
        ],
    ),
    "no numbers, but tabs": (
        UNNUMBERED,
        [line.split("\t") for line in UNNUMBERED.strip().splitlines()],
    ),
}
NO_TABLES = {
    "signatures": "Председатель\t_______\tА.А. Зимин\nСекретарь\t_______\tП.П. Орлов\nЧлен\t______\tЕ.Е. Лосев\n",
    "those present": "1.   Зимин А.А.   директор\n2.   Орлов П.П.   завхоз\n3.   Лосев Е.Е.   сторож\n",
    "a justified text": "Собрание   решило   починить\n1. Вывезти   мусор   до мая.\n2. Засыпать   яму   песком.\n",
    "numbers that do not count up": "№\tКто\tСрок\n5\tЗимин\t1 мая\n9\tОрлов\t2 мая\n",
}


def _tables(text: str) -> list[list[list[str]]]:
    source = read_bytes(f"Решили:\n1. Утвердить план.\n\n{text}\nКонец списка.\n".encode(), "case.txt")
    return [[[source.slice(cell) for cell in row] for row in table.rows] for table in source.tables]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_read(name: str) -> None:
    text, wanted = TABLES[name]
    assert _tables(text) == [wanted]


@pytest.mark.parametrize("name", NO_TABLES)
def test_other_columns_are_no_table(name: str) -> None:
    assert _tables(NO_TABLES[name]) == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["№", "1", "2", "3", "Срок", "\t", "   ", "  ", "\n", "до мая"]), max_size=40)
)
def test_no_word_is_lost(pieces: list[str]) -> None:
    text = "".join(pieces)
    source = read_bytes(f"Список. {text}".encode(), "any.txt")
    assert "".join(source.text.split()) == "".join(f"Список. {text}".split())
