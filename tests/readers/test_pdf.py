"""Built PDFs and the text they must give. In the tables a line of the expected text is a paragraph, «→» a TAB."""

from __future__ import annotations

import io
import re
from itertools import groupby

import pypdfium2
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from resodoc.errors import ReadError
from resodoc.model import Source
from resodoc.readers import pdf
from resodoc.readers.options import ReadOptions
from resodoc.readers.page import glyphs
from tests.readers.pdfmaker import INDENT, LEFT, RIGHT, Press, width

OPTIONS = ReadOptions(ocr="never")


def read(data: bytes) -> Source:
    return pdf.read(data, "made.pdf", OPTIONS)


def text(press: Press) -> str:
    return read(press.done()).text.replace("\t", "→")


def lines(*expected: str) -> str:
    return "".join(f"{line}\n" for line in expected)


BODY = [
    f"{n}. Отделу № {n} подготовить предложения о развитии территории и представить их главе района."
    for n in range(1, 9)
]


# ── paragraphs ───────────────────────────────────────────────────────────────────────────────────────

WORDS = (
    "комитету по промышленной политике обеспечить научно-техническое сопровождение проектов в городе и представить "
    "отчёт до 1 мая 2026 года совместно с Санкт-Петербургским центром развития № 15 (далее – Центр), учитывая пункт 3.2 "
    "и «Порядок отбора» а также информационно-телекоммуникационные сети"
).split()
LONG = "Поручить " + " ".join(WORDS * 2) + "."
sentence = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(
    lambda ws: " ".join(["Поручить", *ws]) + "."
)
# Double-spaced, and the second page begins with the words that the first begins with: no running head for all that.
DOUBLE = {"font_size": 12.0, "leading": 28.0, "indent": 20.0, "after": 0.0, "justify": False, "left": 57.0}
TWICE = [
    *["Поручить комитету."] * 9,
    f"Поручить{' комитету' * 6} промышленной.",
    *[f"Поручить{' комитету' * 8}."] * 2,
    f"Поручить{' комитету' * 17}.",
]
look = st.fixed_dictionaries(
    {
        "font_size": st.sampled_from([10.0, 12.0, 14.0]),
        "leading": st.sampled_from([17.0, 21.0, 28.0]),
        "indent": st.sampled_from([20.0, 35.4]),
        "after": st.sampled_from([0.0, 6.0]),
        "justify": st.booleans(),
        "left": st.sampled_from([57.0, 85.0]),
    }
)


def _heads(press: Press, number: int) -> None:
    press.at(200, 30, "ПРОТОКОЛ СОВЕТА" if number % 2 else "Протокол совета", size=9)
    press.at(290, 815, f"- {number} -", size=9)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(paragraphs=TWICE, how=DOUBLE, heads=False)
@given(paragraphs=st.lists(sentence, min_size=2, max_size=25), how=look, heads=st.booleans())
def test_paragraphs_are_rebuilt(paragraphs, how, heads):
    paragraphs = [LONG, *paragraphs, LONG]  # few short lines would not show where the margins are
    press = Press(_heads if heads else None, **how)
    for paragraph in paragraphs:
        press.paragraph(paragraph)
    got = read(press.done())
    if heads and got.pages == 1:  # what stands on a single page cannot be told from its text
        assert all(paragraph in got.text for paragraph in paragraphs)
    else:
        assert got.text == lines(*paragraphs)


BROKEN = [
    (
        "слово, разбитое переносом",
        ["принять меры по развитию инноваци-", "онной среды."],
        "инновационной среды",
    ),
    ("дефис остаётся", ["представить отчёт в городе Санкт-", "Петербурге."], "в городе Санкт-Петербурге."),
    (
        "дефис прилагательного",
        ["провести организационно-", "технические мероприятия."],
        "организационно-технические",
    ),
    ("номер закона", ["в соответствии с законом № 131-", "ФЗ и уставом."], "№ 131-ФЗ и уставом"),
]


@pytest.mark.parametrize(("printed", "expected"), [pytest.param(p, e, id=name) for name, p, e in BROKEN])
@pytest.mark.parametrize("over_page", [False, True], ids=["line", "page"])
def test_words_are_whole_again(printed, expected, over_page):
    press = Press()
    press.paragraph(
        "Совет заслушал информацию о ходе выполнения плана за первое полугодие и в целях его исполнения решил"
    )
    press.line(printed[0])
    if over_page:
        press.page()
    press.line(printed[1])
    assert expected in read(press.done()).text


def test_a_sentence_that_a_page_cuts_is_whole():
    press = Press(_heads)
    long = (
        "1. Отделу культуры провести смотр коллективов самодеятельности, "
        + ", ".join(f"пункт № {n} плана" for n in range(1, 400))
        + "."
    )
    press.paragraph(long)
    press.paragraph("2. Опубликовать решение.")
    got = read(press.done())
    assert (got.pages, got.text) == (3, lines(" ".join(long.split()), "2. Опубликовать решение."))


def test_a_footnote_stands_after_the_sentence_that_it_cuts():
    press = Press()
    press.at(LEFT, 800, "1", size=6)
    press.at(LEFT + 4, 804, "По итогам прошлого года.", size=9)
    press.y = 740
    long = "1. Отделу культуры провести смотр " + ", ".join(f"коллектива № {n}" for n in range(30)) + "."
    press.paragraph(long)
    press.paragraph("2. Опубликовать решение.")
    got = read(press.done())
    assert (got.pages, got.text) == (2, lines(long, "¹ По итогам прошлого года.", "2. Опубликовать решение."))


# ── blocks set by hand ───────────────────────────────────────────────────────────────────────────────


def test_an_act_as_offices_type_it():
    press = Press()
    press.centre("АДМИНИСТРАЦИЯ ПРИОЗЁРНОГО РАЙОНА", bold=True)
    press.skip(12)
    press.centre("П О С Т А Н О В Л Е Н И Е", bold=True)
    press.skip(12)
    press.pieces((LEFT, "от 12 марта 2026 г."), (RIGHT - 40, "№ 118"))
    press.skip(12)
    for title in ("О мерах по подготовке", "Учреждений культуры района", "к работе в зимний период"):
        press.line(title)
    press.skip(12)
    press.paragraph("В соответствии с уставом района и в целях подготовки учреждений администрация района")
    press.line("ПОСТАНОВЛЯЕТ:")
    press.paragraph("1. Утвердить прилагаемый план.")
    press.paragraph(
        "2. Контроль за исполнением постановления возложить на заместителя главы района Громову Л.В., поручив ей доклад."
    )
    press.skip(24)
    press.line("Исполняющий обязанности")
    press.pieces((LEFT, "главы района"), (RIGHT - 80, "К.Д. Вешняков"))
    press.page()
    for mark in ("Приложение", "к постановлению администрации", "от 12 марта 2026 г. № 118"):
        press.flush_right(mark)
    press.skip(12)
    press.centre("ПЛАН", bold=True)
    press.centre("подготовки учреждений культуры", bold=True)
    press.paragraph("1. Промыть сети.")
    assert text(press) == lines(
        "АДМИНИСТРАЦИЯ ПРИОЗЁРНОГО РАЙОНА",
        "ПОСТАНОВЛЕНИЕ",
        "от 12 марта 2026 г.→№ 118",
        "О мерах по подготовке Учреждений культуры района к работе в зимний период",
        "В соответствии с уставом района и в целях подготовки учреждений администрация района",
        "ПОСТАНОВЛЯЕТ:",
        "1. Утвердить прилагаемый план.",
        "2. Контроль за исполнением постановления возложить на заместителя главы района Громову Л.В., поручив ей доклад.",
        "Исполняющий обязанности",
        "главы района→К.Д. Вешняков",
        "Приложение к постановлению администрации от 12 марта 2026 г. № 118",
        "ПЛАН",
        "подготовки учреждений культуры",
        "1. Промыть сети.",
    )


def test_hanging_numbers_and_those_present():
    press = Press()
    press.pieces(
        (LEFT, "1."), (LEFT + 36, "Отделу образования района подготовить предложения о ремонте школ,")
    )
    press.line("согласовать их с финансовым управлением.", LEFT + 36)
    press.line("Присутствовали:")
    press.pieces((LEFT, "Громова Л.В."), (250, "– заместитель главы района по социальным вопросам,"))
    press.line("председатель комиссии", 250)
    press.pieces((LEFT, "Вешняков К.Д."), (250, "– начальник отдела"))
    assert text(press) == lines(
        "1. Отделу образования района подготовить предложения о ремонте школ, согласовать их с финансовым управлением.",
        "Присутствовали:",
        "Громова Л.В.→– заместитель главы района по социальным вопросам, председатель комиссии",
        "Вешняков К.Д.→– начальник отдела",
    )


def test_an_address_block_stands_by_itself():
    press = Press()
    left = ("АДМИНИСТРАЦИЯ", "Приозёрного района", "ул. Лесная, д. 4", "12.03.2026 № 77")
    right = ("Руководителям", "учреждений культуры", "Приозёрного района")
    for n, one in enumerate(left):
        press.pieces((LEFT, one), *([(360, right[n])] if n < len(right) else []))
    press.skip(20)
    press.paragraph(
        "Направляем для исполнения план подготовки учреждений культуры района к работе в зимний период."
    )
    got = text(press)
    assert got.startswith(lines(*left) + lines("Руководителям", "учреждений культуры", "Приозёрного района"))
    assert got.endswith(
        "Направляем для исполнения план подготовки учреждений культуры района к работе в зимний период.\n"
    )


def test_a_page_of_short_items_has_the_margins_of_the_others():
    press = Press()
    for item in BODY:
        press.paragraph(item)
    press.page()
    press.centre("О МЕРАХ ПО ОХРАНЕ ПАМЯТНИКОВ ДЕРЕВЯННОГО", bold=True)
    press.centre("ЗОДЧЕСТВА", bold=True)
    for n in range(1, 7):
        press.paragraph(f"{n}. Комиссия является постоянно действующим совещательным органом.")
    got = text(press).splitlines()[len(BODY) :]
    assert got[:2] == [
        "О МЕРАХ ПО ОХРАНЕ ПАМЯТНИКОВ ДЕРЕВЯННОГО ЗОДЧЕСТВА",
        "1. Комиссия является постоянно действующим совещательным органом.",
    ]


def test_a_form_keeps_its_lines():
    press = Press()
    press.line("серия ______________ номер ______________________________________________")
    press.line("выдан _____________________________________________________________________")
    press.line("│  Фотография  │")
    press.line("└──────────────┘")
    assert text(press) == lines(
        "серия ______________ номер ______________________________________________",
        "выдан _____________________________________________________________________",
        "Фотография",
    )


RAISED = [
    ("пунктом 5", "1", " следующего", "пунктом 5¹ следующего"),
    ("«5", "1", ". Расходы", "«5¹. Расходы"),
    ("площадью 100 м", "2", " на", "площадью 100 м² на"),
]


@pytest.mark.parametrize(("before", "small", "after", "expected"), RAISED)
def test_raised_numbers_stay_with_their_word(before, small, after, expected):
    press = Press()
    press.pieces((LEFT, before))
    x = LEFT + width(before)
    press.at(x, press.y - 5, small, size=7)
    press.at(x + width(small, 7), press.y, after)
    assert expected in text(press)


SPACED = [
    ("П Р И К А З Ы В А Ю :", "ПРИКАЗЫВАЮ:"),
    ("р е ш и л и", "решили"),
    ("С О В Е Т   Д Е П У Т А Т О В", "СОВЕТ ДЕПУТАТОВ"),
    ("А Б В Г", "А Б В Г"),  # no word
    ("и я и он", "и я и он"),
]


@pytest.mark.parametrize(("printed", "expected"), SPACED)
def test_letter_spaced_words_are_closed_up(printed, expected):
    press = Press()
    press.centre(printed)
    assert text(press) == lines(expected)


# ── columns ──────────────────────────────────────────────────────────────────────────────────────────

LEFT_COLUMN = [
    "1. Утвердить план мероприятий",
    "по благоустройству парков и",
    "скверов города, разработанный",
    "отделом городского хозяйства,",
    "и довести его до сведения",
    "жителей. Отделу контроля еже-",
    "месячно проверять исполнение",
    "плана и докладывать об этом",
]
RIGHT_COLUMN = [
    "совету депутатов города на его",
    "заседаниях.",
    "2. Опубликовать решение в",
    "газете «Приозёрные вести» и",
    "разместить его на сайте.",
    "3. Контроль за исполнением",
    "решения возложить на комиссию",
    "по благоустройству.",
]
IN_ORDER = lines(
    "1. Утвердить план мероприятий по благоустройству парков и скверов города, разработанный отделом городского хозяйства, "
    "и довести его до сведения жителей. Отделу контроля ежемесячно проверять исполнение плана и докладывать об этом "
    "совету депутатов города на его заседаниях.",
    "2. Опубликовать решение в газете «Приозёрные вести» и разместить его на сайте.",
    "3. Контроль за исполнением решения возложить на комиссию по благоустройству.",
)


def _spread(press: Press, x: float, y: float, words: str, wide: float = 190) -> None:
    """A justified line, unless it ends a paragraph."""
    parts = words.split()
    space = width(" ") if words.endswith(".") else (wide - sum(map(width, parts))) / (len(parts) - 1)
    for part in parts:
        press.at(x, y, part)
        x += width(part) + space


@pytest.mark.parametrize("by_rows", [True, False], ids=["row by row", "column by column"])
@pytest.mark.parametrize("lower", [0, 5], ids=["level", "uneven"])
def test_two_columns_are_read_in_order(by_rows, lower):
    press = Press()
    spots = [
        (n, x, line) for x, side in ((85, LEFT_COLUMN), (290, RIGHT_COLUMN)) for n, line in enumerate(side)
    ]
    for n, x, line in sorted(spots) if by_rows else spots:
        first = 15 if line[0].isdigit() else 0
        _spread(press, x + first, 80 + 15 * n + (lower if x > 200 else 0), line, 190 - first)
    assert text(press) == IN_ORDER


# ── what is none of the text ─────────────────────────────────────────────────────────────────────────


def _marked(draw) -> Source:
    press = Press()
    for item in BODY:
        press.paragraph(item)
    draw(press)
    return read(press.done())


def _stamp(press: Press) -> None:
    press.canvas.rect(300, 842 - 780, 180, 60)
    for n, line in enumerate(
        ("ДОКУМЕНТ ПОДПИСАН", "ЭЛЕКТРОННОЙ ПОДПИСЬЮ", "Сертификат 00A1 Владелец Громова")
    ):
        press.at(310, 740 + 14 * n, line, size=8)


def _registered(press: Press) -> None:
    press.line("Глава района")
    press.canvas.rect(250, 842 - press.y - 20, 120, 50)
    press.at(260, press.y - 5, "СОГЛАСОВАНО", size=9)
    press.at(260, press.y + 8, "вх. 77", size=9)


ASIDE = [
    pytest.param(
        lambda p: p.at(150, 600, "ПРОЕКТ", size=90, gray=0.85, angle=45), ("ПРОЕКТ",), "", id="watermark"
    ),
    pytest.param(lambda p: p.at(150, 600, "ПРОЕКТ", size=90, gray=0.8), ("ПРОЕКТ",), "", id="pale"),
    pytest.param(lambda p: p.at(30, 700, "Копия верна", angle=90), (), "", id="up the margin"),
    pytest.param(lambda p: p.at(20, 160, "рег. № 7", size=9), ("№ 7",), "", id="margin note"),
    pytest.param(_stamp, (), "", id="electronic signature"),
    pytest.param(_registered, (), "Глава района\n", id="stamp beside the text"),
]


@pytest.mark.parametrize(("draw", "marks", "after"), ASIDE)
def test_what_stands_beside_the_text_is_left_out(draw, marks, after):
    got = _marked(draw)
    assert got.text == lines(*BODY) + after
    assert got.marks == marks


def test_a_large_dark_title_is_no_watermark():
    press = Press()
    press.centre("ПРОЕКТ", size=40)
    assert text(press) == "ПРОЕКТ\n"


# ── evidence ─────────────────────────────────────────────────────────────────────────────────────────


def _assembled() -> bytes:
    press = Press(_heads)
    press.centre("Р Е Ш Е Н И Е", bold=True)
    press.pieces((LEFT, "12 марта 2026 г."), (RIGHT - 40, "№ 118"))
    for item in BODY * 5:
        press.paragraph(item)
    press.table(
        [["№", "Мероприятие", "Срок"], *([str(n), "Провести\nсмотр", "май"] for n in range(30))],
        (85, 120, 400, 553),
        1,
    )
    press.line("Председатель", bold=True)
    return press.done()


@pytest.fixture(scope="module")
def assembled() -> bytes:
    return _assembled()


def test_every_box_holds_the_words_of_its_stretch(assembled):
    got = read(assembled)
    document = pypdfium2.PdfDocument(assembled)
    assert len(got.origins) > 100
    for origin in got.origins:
        page = document[origin.page - 1]
        x0, top, x1, bottom = origin.bbox
        high = page.get_height()
        inside = page.get_textpage().get_text_bounded(x0 - 1, high - bottom, x1 + 1, high - top)
        assert re.sub(r"\s", "", inside) == re.sub(r"\s", "", got.slice(origin.span))


def test_origins_cover_what_was_printed_and_count_its_lines(assembled):
    got = read(assembled)
    covered = "".join(got.slice(origin.span) for origin in got.origins)
    assert re.sub(r"\s", "", covered) == re.sub(r"\s", "", got.text)
    assert all(a.span.stop <= b.span.start for a, b in zip(got.origins, got.origins[1:], strict=False))
    for number, group in groupby(got.origins, key=lambda origin: origin.page):
        on_page = sorted(group, key=lambda origin: origin.bbox[3])
        assert [origin.line for origin in on_page] == sorted(origin.line for origin in on_page), number
    assert [origin.line for origin in got.origins if origin.page == 1][:3] == [1, 2, 3]
    assert (got.origins[0].page, got.origins[0].line, got.origins[0].align, got.origins[0].bold) == (
        1,
        1,
        "center",
        True,
    )


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_a_page_is_read_however_it_lies(rotate, angle):
    press = Press()
    press.canvas.setPageRotation(rotate)
    press.canvas.translate(300, 420)
    press.canvas.rotate(angle)
    press.canvas.translate(-300, -420)
    press.at(250, 400, "Совет решил:")
    press.at(250, 418, "Утвердить план.")
    data = press.done()
    got = read(data)
    assert got.text == "Совет решил:\nУтвердить план.\n"
    image = pypdfium2.PdfDocument(data)[0].render().to_pil().convert("L")
    for origin in got.origins:  # there is ink in the box of each line, and none beside it
        x0, top, x1, bottom = map(round, origin.bbox)
        assert image.crop((x0, top, x1, bottom)).getextrema()[0] < 128
    x0, top, x1, bottom = (f(o.bbox[i] for o in got.origins) for i, f in enumerate((min, min, max, max)))
    image.paste(255, (round(x0) - 1, round(top) - 1, round(x1) + 2, round(bottom) + 2))
    assert image.getextrema()[0] == 255


spot = st.tuples(
    st.integers(0, 580), st.integers(10, 840), st.sampled_from(["да", "1.", "– нет", "Глава района", "5"])
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(spot, st.sampled_from([6.0, 12.0, 40.0])), min_size=1, max_size=60))
def test_any_page_is_read(placed):
    press = Press()
    for (x, y, words), size in placed:
        press.at(x, y, words, size=size)
    got = read(press.done())
    covered = "".join(got.slice(origin.span) for origin in got.origins)
    assert re.sub(r"\s", "", covered) == re.sub(r"\s", "", got.text)


# ── what cannot be read ──────────────────────────────────────────────────────────────────────────────


def _plain(**how) -> bytes:
    press = Press(**how)
    press.line("Совет решил:")
    return press.done()


def _pageless() -> bytes:
    document = pypdfium2.PdfDocument.new()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


UNREADABLE = [
    pytest.param(lambda: _plain(password="secret"), "read-encrypted", id="password"),
    pytest.param(lambda: _plain()[:600], "read-corrupt", id="truncated"),
    pytest.param(lambda: b"%PDF-1.7\nnothing", "read-corrupt", id="garbage"),
    pytest.param(_pageless, "read-corrupt", id="no pages"),
]


@pytest.mark.parametrize(("make", "code"), UNREADABLE)
def test_what_cannot_be_read_says_why(make, code):
    with pytest.raises(ReadError) as error:
        read(make())
    assert error.value.code == code
    assert "made.pdf" in str(error.value) and "\n" not in str(error.value)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damaged_bytes_are_read_or_refused(assembled, data):
    damage = data.draw(
        st.lists(st.tuples(st.integers(0, len(assembled) - 1), st.integers(0, 255)), max_size=60)
    )
    broken = bytearray(assembled)
    for at, value in damage:
        broken[at] = value
    try:
        got = read(bytes(broken))
    except ReadError:
        return
    assert all(len(origin.span) for origin in got.origins)


def test_a_document_locked_only_against_printing_is_read():
    assert read(_plain(password="")).text == "Совет решил:\n"


@pytest.mark.parametrize(
    ("limit", "code"), [("MAX_PAGES", "pdf-too-many-pages"), ("MAX_SECONDS", "pdf-too-slow")]
)
def test_reading_is_bounded(limit, code, monkeypatch):
    monkeypatch.setattr(pdf, limit, -1)
    with pytest.raises(ReadError) as error:
        read(_plain())
    assert error.value.code == code and str(error.value)


def test_a_page_of_too_many_characters_is_cut(monkeypatch):
    monkeypatch.setattr(glyphs, "MAX_CHARS", 5)
    assert read(_plain()).text == "Совет\n"


def test_a_damaged_page_is_left_out_and_noted():
    press = Press()
    for decision in ("1. Утвердить план.", "2. Утвердить смету.", "3. Избрать комиссию."):
        press.line(decision)
        press.page()
    data = press.done()
    _, second, _ = re.finditer(rb"/Type /Page\b", data)
    got = read(data[: second.start()] + b"/Type /Pigs" + data[second.end() :])
    assert (got.pages, got.text) == (3, "1. Утвердить план.\n3. Избрать комиссию.\n")
    assert [(note.check, dict(note.values)) for note in got.notes] == [("pdf-pages-damaged", {"pages": "2"})]


@pytest.mark.parametrize("indent", [0, INDENT])
def test_a_blank_page_is_no_scan(indent):
    press = Press()
    press.paragraph("Совет решил.", indent)
    press.page()
    press.page()
    press.paragraph("Председатель", indent)
    got = read(press.done())
    assert (got.pages, got.text, got.notes) == (3, "Совет решил.\nПредседатель\n", ())
