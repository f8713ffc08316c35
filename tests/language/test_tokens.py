"""Tokens: what is one piece, and that pieces lie where they say."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resodoc.language.tokens import tokens

CASES = [
    ("зам. главы И.И. Лаптев", ["зам.", "главы", "И.И.", "Лаптев"]),
    ("и.о. директора", ["и.о.", "директора"]),
    ("Лаптевой И.О. подготовить", ["Лаптевой", "И.О.", "подготовить"]),
    ("г. Тулы", ["г.", "Тулы"]),
    ("МБОУ «СОШ № 1 «Радуга» и школа", ["МБОУ", "«СОШ № 1 «Радуга»", "и", "школа"]),
    ('ООО "УК "Дом" работает', ["ООО", '"УК "Дом"', "работает"]),
    ("отдел (Лаптев А.А.) готов.", ["отдел", "(Лаптев А.А.)", "готов", "."]),
    ("школ №№ 1, 2 и ПЧ-61", ["школ", "№№ 1", ",", "2", "и", "ПЧ-61"]),
    ("7-дневный срок, 2017-2020 годы", ["7-дневный", "срок", ",", "2017-2020", "годы"]),
    ("скобка (не закрыта", ["скобка", "(", "не", "закрыта"]),
    ("А.Н.Киселёв", ["А.Н.", "Киселёв"]),
    ("Лаптев А.О. В ходе осмотра", ["Лаптев", "А.О.", "В", "ходе", "осмотра"]),
    ("Лаптева А.О. О планах", ["Лаптева", "А.О.", "О", "планах"]),
    ("Лаптев И.О подготовит", ["Лаптев", "И.О", "подготовит"]),
    ("Лаптев И. О, Зуев А.А.", ["Лаптев", "И. О", ",", "Зуев", "А.А."]),
    ("А. В целях экономии", ["А.", "В", "целях", "экономии"]),
    ("секретарь Т.Т. Лисина", ["секретарь", "Т.Т.", "Лисина"]),
    ("слушали т.т. Лисину и Зуева", ["слушали", "т.т.", "Лисину", "и", "Зуева"]),
    ("Тт. Лисина и Зуев", ["Тт.", "Лисина", "и", "Зуев"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_pieces(text: str, expected: list[str]) -> None:
    assert [t.text for t in tokens(text)] == expected


@given(st.text(alphabet='аяАЯ.,:;-–«»"()№ 1\n\tZ', max_size=80))
def test_pieces_lie_where_they_say_and_cover_all_but_blanks(text: str) -> None:
    pieces = tokens(text)
    assert all(text[t.start : t.stop] == t.text for t in pieces)
    assert all(a.stop <= b.start for a, b in pairwise(pieces))
    covered = {i for t in pieces for i in range(t.start, t.stop)}
    assert all(i in covered for i, char in enumerate(text) if not char.isspace())
