"""Ruled tables. In the expected text «→» is a TAB (the next cell) and «|» a new paragraph of the same cell."""

from __future__ import annotations

import time

import pypdfium2
import pytest

from resodoc.model import Source
from resodoc.readers import pdf
from resodoc.readers.options import ReadOptions
from resodoc.readers.page import ruled
from tests.readers.pdfmaker import LEFT, Press

EDGES = (85, 120, 255, 340, 553)
HEADER = ["№", "Мероприятие", "Срок", "Исполнитель"]


def read(press: Press) -> Source:
    return pdf.read(press.done(), "made.pdf", ReadOptions(ocr="never"))


def shown(source: Source) -> list[str]:
    return source.text.replace("\t", "→").replace("\u2028", "|").splitlines()


def item(number: int) -> list[str]:
    return [f"{number}.", "Провести обследование\nпамятников культуры", "до 1 мая", f"Отдел № {number}"]


def item_text(number: int) -> str:
    return f"{number}.→Провести обследование памятников культуры→до 1 мая→Отдел № {number}"


def test_text_stands_around_its_table():
    press = Press()
    press.paragraph("Совет утвердил план.")
    press.table([HEADER, item(1), item(2)], EDGES)
    press.paragraph("План вступает в силу.")
    got = read(press)
    table = ["№→Мероприятие→Срок→Исполнитель", item_text(1), item_text(2)]
    assert shown(got) == ["Совет утвердил план.", *table, "План вступает в силу."]
    assert [got.slice(cell) for cell in got.tables[0].rows[0]] == HEADER


def test_a_table_over_pages_is_one_and_its_header_stands_once():
    press = Press(lambda p, n: p.at(300, 40, f"- {n} -"))
    press.table([HEADER, *map(item, range(1, 60))], EDGES, header=1)
    press.line("Председатель")
    got = read(press)
    assert got.pages > 2 and len(got.tables) == 1
    assert shown(got) == ["№→Мероприятие→Срок→Исполнитель", *map(item_text, range(1, 60)), "Председатель"]


def test_a_row_that_a_page_cuts_is_whole():
    press = Press()
    press.y = 720
    press.table(
        [HEADER, ["1.", "Провести обследова-", "до 1 мая", "Отдел культуры и молодёжной политики"]], EDGES
    )
    press.page()
    press.table([["", "ние памятников", "", "администрации"], item(2)], EDGES)
    assert shown(read(press)) == [
        "№→Мероприятие→Срок→Исполнитель",
        "1.→Провести обследование памятников→до 1 мая→Отдел культуры и молодёжной политики администрации",
        item_text(2),
    ]


# Three rows with one deadline and one body, cut by a page's end: the rows above it and those below.
GROUP = ["→до 1 мая 2026 г.→Управление образования"] * 3
CUT = [
    pytest.param(
        [("до 1 мая 2026 г.", "Управление образования")], [("", ""), None], GROUP, id="after the first"
    ),
    pytest.param(
        [("до 1 мая 2026 г.", "Управление образования"), None], [("", "")], GROUP, id="after the second"
    ),
    pytest.param(
        [("до 1 мая", "Управление"), None], [("2026 г.", "образования")], GROUP, id="within the words"
    ),
    pytest.param(
        [("до 1 мая 2026 г.", "Управление"), None], [("", "образования")], GROUP, id="within one cell"
    ),
    pytest.param(
        [("постоянно", "Архив"), None],
        [("до 1 мая", "Отдел культуры")],
        ["→постоянно→Архив"] * 2 + ["→до 1 мая→Отдел культуры"],
        id="another group",
    ),
    pytest.param(
        [("до 1 мая", "Архив")], [("", "")], ["→до 1 мая→Архив", "→→"], id="no cell over several rows"
    ),
]


@pytest.mark.parametrize(("above", "below", "expected"), CUT)
def test_a_cell_over_rows_that_a_page_cuts_is_filled(above, below, expected):
    press = Press()
    places = [("постоянно", "Архив"), *above, *below]
    rows = [[f"{n}.", "Провести смотр", *(place or (None, None))] for n, place in enumerate(places)]
    press.table([HEADER, *rows[: len(above) + 1]], EDGES)
    press.page()
    press.table(rows[len(above) + 1 :], EDGES)
    wanted = [f"{n}.→Провести смотр{text}" for n, text in enumerate(expected, 1)]
    assert [row.replace("|", " ") for row in shown(read(press))[2:]] == wanted


def test_a_row_that_a_page_cuts_may_have_cells_over_other_rows():
    press = Press()
    press.table([HEADER, ["1.", "Провести смотр", "до 1 мая", "Управление"]], EDGES)
    press.page()
    press.table([["", "и конкурс", "2026 г.", "образования"], ["2.", "Наградить", None, None]], EDGES)
    assert [row.replace("|", " ") for row in shown(read(press))[1:]] == [
        "1.→Провести смотр и конкурс→до 1 мая 2026 г.→Управление образования",
        "2.→Наградить→до 1 мая 2026 г.→Управление образования",
    ]


def test_two_tables_on_one_page_are_two():
    press = Press()
    press.table([HEADER, item(1), item(2)], EDGES)
    press.paragraph("А также:")
    press.table([HEADER, item(3), item(4)], EDGES)
    assert [len(table.rows) for table in read(press).tables] == [3, 3]


def test_merged_cells_are_filled_and_a_row_across_is_one_cell():
    press = Press()
    rows = [
        HEADER,
        ["I. Памятники"],
        item(1),
        [*item(2)[:3], None],
        [*item(3)[:2], "до 1 июня", None],
        item(4),
    ]
    press.table(rows, EDGES)
    got = read(press)
    assert shown(got)[1:] == [
        "I. Памятники",
        item_text(1),
        "2.→Провести обследование памятников культуры→до 1 мая→Отдел № 1",
        "3.→Провести обследование памятников культуры→до 1 июня→Отдел № 1",
        item_text(4),
    ]
    assert [len(row) for row in got.tables[0].rows] == [4, 1, 4, 4, 4, 4]


def test_paragraphs_of_a_cell_stay_apart():
    press = Press()
    press.table([HEADER, ["1.", "Осмотр", "до 1 мая", "Отдел культуры,\nКомитет финансов"], item(2)], EDGES)
    assert shown(read(press))[1] == "1.→Осмотр→до 1 мая→Отдел культуры,|Комитет финансов"


def test_a_frame_is_no_table():
    press = Press()
    press.table([["Совет утвердил план и решил опубликовать его."]], (85, 553))
    press.paragraph("План вступает в силу.")
    got = read(press)
    assert (got.tables, shown(got)) == (
        (),
        ["Совет утвердил план и решил опубликовать его.", "План вступает в силу."],
    )


def test_a_signature_set_in_a_table_is_a_line():
    press = Press()
    press.table([["Председатель совета", "Л.В. Громова"]], (85, 350, 553))
    got = read(press)
    assert (got.tables, shown(got)) == ((), ["Председатель совета→Л.В. Громова"])


def _drawing(press: Press, lines: int) -> None:
    for n in range(lines):
        press.canvas.line(LEFT, 200 + n / 10, 500, 200 + n / 10)
        press.canvas.line(LEFT + n / 10, 200, LEFT + n / 10, 600)


@pytest.mark.parametrize("lines", [400, 4000], ids=["many lines", "too many to look at"])
def test_a_drawing_does_not_hold_up_the_reading(lines):
    press = Press()
    press.line("Схема проезда")
    _drawing(press, lines)
    data = press.done()
    start = time.process_time()
    got = pdf.read(data, "made.pdf", ReadOptions(ocr="never"))
    assert time.process_time() - start < 20
    assert got.text == "Схема проезда\n"


def test_a_graph_paper_is_noted():
    press = Press()
    press.line("График")
    for n in range(100):
        press.canvas.line(85, 100 + 6 * n, 553, 100 + 6 * n)
        press.canvas.line(85 + 4.5 * n, 100, 85 + 4.5 * n, 700)
    (note,) = read(press).notes
    assert (note.check, dict(note.values)) == ("pdf-tables-skipped", {"pages": "1"})


def test_pages_without_ruling_lines_cost_no_second_reading(monkeypatch):
    press = Press()
    press.paragraph("Совет утвердил план. " * 30)
    press.canvas.line(85, 300, 553, 300)  # a line to sign on, and an underlined word
    press.canvas.line(85, 500, 200, 500)
    monkeypatch.setattr(ruled.Plumber, "grids", lambda *_: pytest.fail("pdfplumber was asked"))
    assert read(press).text


def test_the_look_sees_lines_rectangles_and_pictures():
    press = Press()
    press.table([HEADER, item(1)], EDGES)
    press.page()
    press.canvas.rect(100, 100, 200, 50)
    press.canvas.rect(100, 300, 200, 50, stroke=0, fill=1)
    document = pypdfium2.PdfDocument(press.done())
    looks = [ruled.look(page, 0) for page in document]
    assert [look.ruled for look in looks] == [True, False]
    assert looks[1].frames == [pytest.approx((100, 692, 300, 742), abs=2)]
