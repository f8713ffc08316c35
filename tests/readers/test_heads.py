"""Running heads and page numbers. A page is written as its rows from top to bottom: "" is a row of white, "^…" a row in the
middle, "~…" one in smaller type, "=…" one that a raised number makes higher."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resodoc.readers.page import columns, heads
from resodoc.readers.page.printed import Page, Sheet, Word

HEIGHT, PITCH = 842.0, 18.0


def _sheet(number: int, written: list[str]) -> Sheet:
    strips = []
    for n, text in enumerate(written):
        words, said = [], text.lstrip("^~=")
        wide = sum(6 * len(word) + 4 for word in said.split()) - 4
        x, top = (320 - wide / 2 if text[:1] == "^" else 85.0), {"~": 34.0, "=": 26.0}.get(text[:1], 30.0)
        for word in said.split():
            words.append(Word(word, x, top + PITCH * n, x + 6 * len(word), 43 + PITCH * n))
            x += 6 * len(word) + 4
        strips += [(columns.line(words, number),)] if words else []
    return Sheet(Page(number, 595.0, HEIGHT), tuple(strips))


def strip(*pages: list[str]) -> tuple[list[list[str]], list[str]]:
    kept, left_out = heads.strip([_sheet(n, written) for n, written in enumerate(pages, 1)])
    return [[line.text for (line,) in rows] for rows in kept], left_out


BODY = ["{}. Отделу культуры провести смотр.", "Срок исполнения – до мая.", "Далее идёт ещё текст пункта {}."]


def body(number: int) -> list[str]:
    """Text that no other page has: numbers alone would not make it different."""
    letters = "абвгдежзик"[number % 10] * 3
    return [line.format(letters) for line in BODY]


HEADED = [
    pytest.param(lambda n: ["Решение совета", "", *body(n)], 3, id="head"),
    pytest.param(
        lambda n: ["РЕШЕНИЕ СОВЕТА", f"Страница {n}", "", *body(n)],
        3,
        id="head of two rows, capitals, number",
    ),
    pytest.param(lambda n: [f"Решение совета, с. {n}", "", *body(n)], 4, id="number in the head"),
    pytest.param(lambda n: ["Решение" if n % 2 else "Совет района", "", *body(n)], 6, id="odd and even"),
    pytest.param(
        lambda n: ([] if n == 1 else [f"{n}"]) + ["", *body(n)], 4, id="no number on the first page"
    ),
    pytest.param(lambda n: [*body(n), "", f"- {n} -"], 2, id="foot with dashes"),
    pytest.param(lambda n: [*body(n), "", f"Страница {n} из 8"], 1, id="number of all"),
    pytest.param(lambda n: [*body(n), "", f"{n} / 8"], 2, id="number by number"),
    pytest.param(lambda n: [*body(n), "", "Проект № 4", f"{n + 40}"], 5, id="counted from forty-one"),
    pytest.param(lambda n: ["Решение совета", "", *body(n)], 2, id="two pages, head stands apart"),
    pytest.param(lambda n: [*body(n), "", "", "Правовед", "1"], 5, id="the same number on every page"),
    pytest.param(
        lambda n: [*([""] if n > 4 else []), "Решение совета", *body(n)],
        6,
        id="lower on pages of another size",
    ),
    pytest.param(
        lambda n: (["Сводка"] if n < 5 else ["Приложение к ней"]) + ["", *body(n)],
        9,
        id="a head for each part",
    ),
]


@pytest.mark.parametrize(("page", "count"), HEADED)
def test_what_recurs_is_left_out(page, count):
    kept, _ = strip(*(page(n) for n in range(1, count + 1)))
    assert kept == [body(n) for n in range(1, count + 1)]


KEPT = [
    pytest.param(
        [["Решение совета", *body(1)], ["Решение совета", *body(2)]], id="two pages, close to the text"
    ),
    pytest.param(
        [["Решение совета", "", *body(1)], ["", "", "Решение совета", *body(2)]], id="at another height"
    ),
    pytest.param(
        [[*body(1), "Срок: ____"], [*body(2), "Срок: ____"], body(3), body(4)], id="two of four pages"
    ),
    pytest.param([["2019", "", *body(1)], ["2020", "", *body(2)]], id="years"),
    pytest.param([["Решение совета", "", *body(1)]], id="one page"),
    pytest.param([["3.", "", *body(1)], ["4.", "", *body(2)]], id="labels"),
]


@pytest.mark.parametrize("pages", KEPT)
def test_what_may_be_text_is_kept(pages):
    kept, left_out = strip(*pages)
    assert kept == [[row for row in page if row] for page in pages]
    assert left_out == []


def test_the_same_words_within_the_text_are_kept():
    pages = [["Решение совета", "", f"Часть {n * 'а'}", "Решение совета", *body(n)] for n in range(1, 5)]
    kept, left_out = strip(*pages)
    assert all(page[1] == "Решение совета" for page in kept)
    assert left_out == ["Решение совета"]


@given(st.lists(st.lists(st.sampled_from(["да", "нет", "1", "срок", ""]), max_size=8), max_size=6))
def test_rows_are_only_taken_from_the_edges(pages):
    kept, _ = strip(*pages)
    for page, rest in zip(pages, kept, strict=True):
        whole = [row for row in page if row]
        assert any(whole[at : at + len(rest)] == rest for at in range(len(whole) + 1))


# ── rows that cut a sentence ─────────────────────────────────────────────────────────────────────────

# A row as wide as the text, the first half of a sentence that a page's end cuts, and the second half.
FULL = "Поручить отделу культуры администрации района до первого мая провести"
FIRST, SECOND = (
    "Далее поручить управлению образования администрации района провести",
    "смотр сельских клубов.",
)
HEAD = "Вестник района"


def parted(foot: list[str], head: list[str]) -> list[str]:
    """What is left of the last rows `foot` of a page and the first rows `head` of the next one."""
    kept, _ = strip([FULL, "по плану.", FIRST, *foot], [*head, SECOND, FULL, "по смете."])
    return [row for row in kept[0] + kept[1] if row not in (FULL, "по плану.", FIRST, SECOND, "по смете.")]


FOREIGN = [
    pytest.param([], ["^Вестник района"], id="head in the middle"),
    pytest.param([], ["~Вестник района"], id="head in smaller type"),
    pytest.param([], ["~2 Вестник района", "~выпуск 4"], id="head of two rows"),
    pytest.param(["~ЗАРЕГИСТРИРОВАНО", "~Вх. № 44/2", "~12.03.2026"], [], id="stamp at the foot"),
    pytest.param(["^Вестник района"], [], id="foot"),
    pytest.param(["~выпуск 4"], ["~Вестник района"], id="foot and head"),
]


@pytest.mark.parametrize(("foot", "head"), FOREIGN)
def test_what_cuts_a_sentence_is_left_out(foot, head):
    assert parted(foot, head) == []


OWN = [
    pytest.param(
        [], ["Громовой Людмиле Викторовне и её заместителю по культуре и спорту района"], id="full row"
    ),
    pytest.param([], ["Вестник района"], id="where a paragraph begins"),
    pytest.param([], ["^смотр и конкурс"], id="lower case"),
    pytest.param([], ["^Громова Л.В.,"], id="entry of a list"),
    pytest.param([], ["^2. Отделу культуры"], id="label"),
    pytest.param([], ["^Приложение № 1"], id="annex"),
    pytest.param(["^Громова", "^Вешняков"], [], id="two rows in the text's size"),
    pytest.param(["~1 Далее – План"], [], id="footnote"),
    pytest.param([], ["=Громовой Людмиле и её заместителю"], id="row with a raised number"),
]


@pytest.mark.parametrize(("foot", "head"), OWN)
def test_what_may_belong_to_the_sentence_is_kept(foot, head):
    assert parted(foot, head) == [row.lstrip("^~=") for row in foot + head]


def test_what_cuts_a_sentence_on_one_page_is_left_out_on_all():
    first, second, third = [FULL, "по плану.", FIRST], [SECOND, FULL, "по смете."], [FULL, "по графику."]
    kept, left_out = strip(*(["Вестник района", *body] for body in (first, second, third)))
    assert (kept, left_out) == ([first, second, third], ["Вестник района"])


def test_a_head_stands_where_another_pages_head_does():
    first, second, third = [FULL, "по плану.", FIRST], [SECOND, FULL, "по смете."], [FULL, "по графику."]
    kept, _ = strip(["", *first], ["~Вестник района", *second], ["~Решения совета", *third])
    assert kept == [first, second, third]
