"""Stamps without a frame. A page is a text of twelve points with a few lines of another size on it."""

from __future__ import annotations

import time

import pytest

from resodoc.readers.page.printed import Page, Word
from resodoc.readers.page.stamps import without_stamps

TEXT = "Администрация района постановляет утвердить прилагаемый план подготовки учреждений культуры"


def printed(text: str, x: float, y: float, size: float) -> list[Word]:
    words = []
    for part in text.split():
        words.append(Word(part, x, y, x + size * len(part) / 2, y + size))
        x = words[-1].x1 + size / 4
    return words


def left(lines: list[str], size: float, x: float = 400.0, y: float = 60.0, number: int = 1) -> str:
    """What is left of `lines` in type of `size` at a place of page `number`."""
    body = [word for n in range(20) for word in printed(TEXT, 85, 150 + 20 * n, 12)]
    stamp = [word for n, line in enumerate(lines) for word in printed(line, x, y + 1.3 * size * n, size)]
    kept, said = without_stamps(Page(number, 595, 842, (*stamp, *body)))
    assert [w for w in kept if w in body] == body
    assert said in ([], [" ".join(lines)])
    return " ".join(w.text for w in kept if w in stamp)


REGISTERED = ["ЗАРЕГИСТРИРОВАНО", "Вх. № 44/2", "12.03.2026"]


@pytest.mark.parametrize(
    "lines", [REGISTERED, ["Согласовано:", "отдел кадров"], ["Вх. № 44/2 от 12.03.2026"]]
)
@pytest.mark.parametrize("place", [(400.0, 60.0), (85.0, 780.0), (450.0, 300.0)])
def test_a_stamp_in_smaller_type_is_left_out(lines, place):
    assert left(lines, 8.0, *place) == ""


@pytest.mark.parametrize(
    ("lines", "size", "number"),
    [
        pytest.param(["СОГЛАСОВАНО", "Председатель профкома"], 12.0, 1, id="in the text's size"),
        pytest.param(["Исполнитель", "тел. 2-14-33"], 8.0, 1, id="says something else"),
        pytest.param(REGISTERED, 8.0, 2, id="on another page"),
        pytest.param(["Согласовано"], 8.0, 1, id="one word"),
        pytest.param(["Согласовано " + "отделом " * 50], 8.0, 1, id="too long"),
    ],
)
def test_other_small_type_is_kept(lines, size, number):
    assert left(lines, size, number=number) == " ".join(" ".join(lines).split())


def test_a_page_full_of_openings_is_looked_at_quickly():
    words = [word for n in range(400) for word in printed("получено " * 50, 10, 2.0 * n, 1.5)]
    start = time.process_time()
    without_stamps(Page(1, 595, 842, tuple(words) + tuple(printed("текст " * 10_000, 0, 0, 3.0))))
    assert time.process_time() - start < 2
