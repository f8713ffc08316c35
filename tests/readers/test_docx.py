"""What a DOCX prints, feature by feature: the body's XML and the text that comes of it."""

from __future__ import annotations

import io
import re
import textwrap
import zipfile
from types import SimpleNamespace

import pytest

from resodoc import readers
from resodoc.errors import ReadError
from resodoc.model import Source
from resodoc.readers import read_bytes
from resodoc.readers.options import ReadOptions
from tests.readers.docxmaker import cell, docx, par, run, table, zipped

FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF срок \\h </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
BREAK = "<w:r><w:br/></w:r>"
BOX = "<w:txbxContent>{}</w:txbxContent>"
ALTERNATIVES = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{0}</wps:txbx></w:drawing></mc:Choice>'
    "<mc:Fallback><w:pict><v:textbox>{0}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
MERGED = '<w:vMerge w:val="restart"/>'
CENTRED = '<w:jc w:val="center"/>'

PRINTED = {
    "a word split over runs": (par(run("Утвер"), run("дить"), run(" план.")), "Утвердить план."),
    "letters set apart over runs": (par(run("П О С Т А "), run("Н О В Л Е Н И Е")), "ПОСТАНОВЛЕНИЕ"),
    "a label and a tab": (par(run("1."), "<w:r><w:tab/></w:r>", run("Утвердить.")), "1. Утвердить."),
    "a post and a name, tabs between": (
        par(run("Глава района"), "<w:r><w:tab/><w:tab/></w:r>", run("И.И. Сомов")),
        "Глава района\tИ.И. Сомов",
    ),
    "hyphens": (
        par(
            run("бизнес"),
            "<w:r><w:noBreakHyphen/></w:r>",
            run("план, инно"),
            "<w:r><w:softHyphen/></w:r>",
            run("вации"),
        ),
        "бизнес-план, инновации",
    ),
    "a symbol": (par('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', run(" 5")), "≥ 5"),
    "raised and lowered digits": (
        par(
            run("5"),
            run("1", '<w:vertAlign w:val="superscript"/>'),
            run(". CO"),
            run("2", '<w:vertAlign w:val="subscript"/>'),
        ),
        "5¹. CO₂",
    ),
    "hidden text": (par(run("Видно."), run(" Не видно.", "<w:vanish/>")), "Видно."),
    "text that is said not to be hidden": (par(run("Видно.", '<w:vanish w:val="0"/>')), "Видно."),
    "a field's result": (par(run("до "), FIELD.format(run("1 мая")), run(" 2030 г.")), "до 1 мая 2030 г."),
    "a field in a field": (
        par(FIELD.format(FIELD.format(run("первое")) + run(" мая"))),
        "первое мая",
    ),
    "a field over two paragraphs": (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> X </w:instrText></w:r></w:p>'
        '<w:p><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Итог</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
        "Итог",
    ),
    "a simple field, a link, a control": (
        par(
            f'<w:fldSimple w:instr="DATE">{run("1 мая ")}</w:fldSimple>',
            f"<w:hyperlink>{run('по ссылке ')}</w:hyperlink>",
            f"<w:sdt><w:sdtContent>{run('из списка')}</w:sdtContent></w:sdt>",
        ),
        "1 мая по ссылке из списка",
    ),
    "controls around paragraphs": (
        f"<w:sdt><w:sdtContent>{par('Раз.')}{par('Два.')}</w:sdtContent></w:sdt>",
        "Раз.|Два.",
    ),
    "insertions are read, deletions not": (
        par(
            run("Срок: "),
            f'<w:del w:id="1"><w:r><w:delText>1 мая</w:delText></w:r></w:del><w:ins w:id="2">{run("1 июня")}</w:ins>',
        ),
        "Срок: 1 июня",
    ),
    "moved text is read where it went": (
        par(f'<w:moveFrom w:id="1">{run("Здесь было. ")}</w:moveFrom>', run("Осталось."))
        + par(f'<w:moveTo w:id="2">{run("Здесь.")}</w:moveTo>'),
        "Осталось.|Здесь.",
    ),
    "a deleted paragraph end joins the next": (
        par(run("Провести "), form='<w:rPr><w:del w:id="1"/></w:rPr>') + par(run("ремонт.")),
        "Провести ремонт.",
    ),
    "a line break inside a sentence": (
        par(run("Провести"), BREAK, run("ремонт школ.")),
        "Провести ремонт школ.",
    ),
    "a line break before an item": (
        par(run("Поручить:"), BREAK, run("1) начать;"), BREAK, run("2) кончить.")),
        "Поручить:|1) начать;|2) кончить.",
    ),
    "line breaks in a letterhead": (
        par(run("АДМИНИСТРАЦИЯ"), BREAK, run("ПОСТАНОВЛЕНИЕ"), form=CENTRED),
        "АДМИНИСТРАЦИЯ|ПОСТАНОВЛЕНИЕ",
    ),
    "a text box before its anchor's text": (
        par(ALTERNATIVES.format(BOX.format(par("УТВЕРЖДАЮ") + par("Директор"))), run("Положение")),
        "УТВЕРЖДАЮ|Директор|Положение",
    ),
    "a text box of an old program, after the text": (
        par(
            run("Положение"), f"<w:r><w:pict><v:textbox>{BOX.format(par('Прим.'))}</v:textbox></w:pict></w:r>"
        ),
        "Положение|Прим.",
    ),
    "paragraphs without text": (par() + par("Раз.") + par(run("  ")) + par("Два."), "Раз.|Два."),
    "a table": (table(["№", "Что", "Срок"], ["1", "Ремонт", "май"]), "№\tЧто\tСрок|1\tРемонт\tмай"),
    "a cell of two paragraphs": (
        table(["Что", "Срок"], [cell("Ремонт", "Уборка"), "май"]),
        "Что\tСрок|Ремонт\u2028Уборка\tмай",
    ),
    "a cell over rows is repeated": (
        table(
            ["Что", "Кто"], ["Ремонт", cell("Отдел", form=MERGED)], ["Уборка", cell("", form="<w:vMerge/>")]
        ),
        "Что\tКто|Ремонт\tОтдел|Уборка\tОтдел",
    ),
    "a cell over columns leaves the others empty": (
        table(["Что", cell("Срок", form='<w:gridSpan w:val="2"/>')], ["Ремонт", "май", "июнь"]),
        "Что\tСрок\t|Ремонт\tмай\tиюнь",
    ),
    "a row of one cell": (
        table(
            ["Что", "Кто", "Срок"],
            [cell("I. Дороги", form='<w:gridSpan w:val="3"/>')],
            ["Ремонт", "Отдел", "май"],
        ),
        "Что\tКто\tСрок|I. Дороги|Ремонт\tОтдел\tмай",
    ),
    "a row across that nobody merged": (
        table(["№", "Что", "Срок"], ["I. Дороги", "", ""], ["1", "Ремонт", "май"], ["2", "Уборка", ""]),
        "№\tЧто\tСрок|I. Дороги|1\tРемонт\tмай|2\tУборка\t",
    ),
    "tasks whose owner and term are blank": (
        table(["Что", "Кто", "Срок"], ["Ремонт", "", ""], ["Уборка", "", ""]),
        "Что\tКто\tСрок|Ремонт\t\t|Уборка\t\t",
    ),
    "a table in a cell": (
        table(["Что", "Срок"], [cell("Ремонт", table(["школ", "больниц"])), "май"], ["Уборка", "июнь"]),
        "Что\tСрок|Ремонт\u2028школ\u2028больниц\tмай|Уборка\tиюнь",
    ),
    "a signature laid out as a table": (
        table(["Глава района", "", "И.И. Сомов"]),
        "Глава района\tИ.И. Сомов",
    ),
    "a letterhead laid out as a table": (
        table([cell("АДМИНИСТРАЦИЯ", "города Энска"), cell("УТВЕРЖДАЮ", "Глава города")]),
        "АДМИНИСТРАЦИЯ|города Энска|УТВЕРЖДАЮ|Глава города",
    ),
    "a date and a number in a frame of one row": (
        table(["от 15 мая 2030 г.", "№ 5"]),
        "от 15 мая 2030 г.\t№ 5",
    ),
    "a text in a frame": (table([cell("1. Раз.", "2. Два.")]), "1. Раз.|2. Два."),
}


@pytest.mark.parametrize("name", PRINTED)
def test_what_is_printed(name: str) -> None:
    body, printed = PRINTED[name]
    source = read_bytes(docx(body), "приказ.docx")
    assert source.text == printed.replace("|", "\n") + "\n"


def test_printed_lines_that_were_made_paragraphs_are_put_together() -> None:
    text = (
        "1. Отделу жилищного хозяйства подготовить предложения о порядке приёма домов, построенных кооперативами, "
        "и представить их на рассмотрение комиссии до конца квартала. "
        "2. Комитету финансов предусмотреть средства на ремонт кровли и замену окон в здании бывшего общежития, "
        "а также на освещение прилегающей улицы."
    )
    lines = [line for item in re.split(r" (?=2\.)", text) for line in textwrap.wrap(item, 46)]
    body = par("РЕШЕНИЕ", form=CENTRED) + "".join(map(par, lines)) + par("Глава района")
    expected = ["РЕШЕНИЕ", *re.split(r" (?=2\.)", text), "Глава района"]
    assert read_bytes(docx(body), "п.docx").text.split("\n")[:-1] == expected


def test_paragraphs_in_lower_case_stay_apart() -> None:
    words = [
        "Провести:",
        "субботник во дворах",
        "конкурс рисунков",
        "выставку цветов",
        "праздник улицы",
        "ярмарку",
    ]
    assert read_bytes(docx("".join(map(par, words))), "п.docx").text.split("\n")[:-1] == words


def test_cells_stand_at_their_spans() -> None:
    source = read_bytes(
        docx(par("До.") + table(["Что", "Срок"], ["Ремонт", "май"]) + par("После.")), "план.docx"
    )
    (grid,) = source.tables
    assert [[source.slice(cell) for cell in row] for row in grid.rows] == [["Что", "Срок"], ["Ремонт", "май"]]
    assert source.slice(grid.span) == "Что\tСрок\nРемонт\tмай\n"


def test_what_a_writer_left_on_the_text() -> None:
    body = par(
        run("Поручить "),
        '<w:commentRangeStart w:id="7"/>',
        run("отделу "),
        run("культуры", '<w:highlight w:val="yellow"/>'),
        '<w:commentRangeEnd w:id="7"/>',
        f'<w:ins w:id="3">{run(" города")}</w:ins>',
        '<w:del w:id="4"><w:r><w:delText> района</w:delText></w:r></w:del>',
        run("."),
    )
    comment = f'<w:comment w:id="7">{par("Какому именно?")}{par("Уточнить.")}</w:comment>'
    source = read_bytes(docx(body, comments=comment), "проект.docx")
    assert source.text == "Поручить отделу культуры города.\n"
    assert [(a.kind, source.slice(a.span).strip(), a.text) for a in source.annotations] == [
        ("comment", "отделу культуры", "Какому именно?\nУточнить."),
        ("highlight", "культуры", ""),
        ("insertion", "города", ""),
        ("deletion", "", " района"),
    ]


def test_a_comment_over_two_paragraphs_is_one() -> None:
    body = par('<w:commentRangeStart w:id="1"/>', run("Раз.")) + par(
        run("Два."), '<w:commentRangeEnd w:id="1"/>', run(" Три.")
    )
    source = read_bytes(docx(body, comments=f'<w:comment w:id="1">{par("Оба?")}</w:comment>'), "проект.docx")
    assert [source.slice(a.span) for a in source.annotations] == ["Раз.\nДва."]


def test_a_footnote_stands_after_its_paragraph() -> None:
    body = par(run("Утвердить план"), '<w:r><w:footnoteReference w:id="2"/></w:r>', run(" работ.")) + par(
        "Конец."
    )
    notes = f'<w:footnote w:id="2">{par("На 2030 год.")}</w:footnote>'
    assert (
        read_bytes(docx(body, footnotes=notes), "п.docx").text
        == "Утвердить план работ.\nНа 2030 год.\nКонец.\n"
    )


def test_alignment_and_boldness_come_through_styles() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="z"><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="y"><w:basedOn w:val="z"/></w:style>'
    )
    body = par("РЕШЕНИЕ", form='<w:pStyle w:val="y"/>') + par(
        "Текст.", form='<w:pStyle w:val="y"/><w:jc w:val="both"/>'
    )
    source = read_bytes(docx(body + par(run("Итог", "<w:b/>"), run(".")), styles=styles), "п.docx")
    assert [(o.align, o.bold, o.paragraph) for o in source.origins] == [
        ("center", True, 1),
        ("justify", True, 2),
        (None, False, 3),
    ]


def test_pages_come_from_the_last_rendering() -> None:
    turn = "<w:lastRenderedPageBreak/>"
    body = par("Раз.") + par(run("Провести "), f"<w:r>{turn}<w:t>ремонт.</w:t></w:r>") + par("Три.")
    source = read_bytes(docx(body), "п.docx")
    assert source.text == "Раз.\nПровести ремонт.\nТри.\n"
    assert [(source.slice(o.span).strip(), o.page) for o in source.origins] == [
        ("Раз.", 1),
        ("Провести", 1),
        ("ремонт.", 2),
        ("Три.", 2),
    ]
    assert source.pages == 2
    assert read_bytes(docx(par("Раз.")), "п.docx").pages is None


@pytest.mark.parametrize(
    ("head", "marks"),
    [
        (par("ПРОЕКТ"), ("ПРОЕКТ",)),
        (par('<w:r><w:pict><v:shape><v:textpath string="Проект"/></v:shape></w:pict></w:r>'), ("Проект",)),
        (par("Приказ № 15-р, страница 2"), ("№ 15-р",)),
        (par("Постановление от 12 мая 2024 г. № 387-п"), ("№ 387-п",)),
        (par("Приложение № 2 к приказу № 15-р"), ("№ 15-р",)),
        (par("МБОУ «Школа № 5»"), ()),
        (par("Вх. № 310 от 12.05.2024"), ()),
        (par("Федеральный закон от 06.10.2003 № 131-ФЗ"), ()),
        (par("Проект «Дороги»"), ()),
        (par("АО «Ромашка»"), ()),
    ],
)  # fmt: skip
def test_heads_are_read_for_draft_and_number_only(head: str, marks: tuple[str, ...]) -> None:
    source = read_bytes(docx(par("Текст."), header=head), "п.docx")
    assert (source.text, source.marks) == ("Текст.\n", marks)


def test_strict_namespaces_are_the_same_document() -> None:
    with zipfile.ZipFile(io.BytesIO(docx(par("Решили.")))) as archive:
        files = {path: archive.read(path) for path in archive.namelist()}
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    files["word/document.xml"] = files["word/document.xml"].replace(usual, strict)
    assert read_bytes(zipped(files), "п.docx").text == "Решили.\n"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (docx(par("Текст."))[:-200], "read-corrupt"),
        (zipped({"word/document.xml": "<w:document"}), "read-corrupt"),
        (zipped({"word/other.xml": "<a/>"}), "read-corrupt"),
        (zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "text">]><a>&b;</a>'}), "read-corrupt"),
        (zipped({"word/document.xml": b"<a>" + b" " * 70_000_000 + b"</a>"}), "read-zip-bomb"),
        (zipped({"xl/workbook.xml": "<a/>"}), "read-unsupported"),
        (docx(par()), "read-no-text"),
        (docx("<w:tbl/>"), "read-no-text"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_cannot_be_read_says_why(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as error:
        read_bytes(data, "плохой.docx")
    assert error.value.code == code


def test_no_file_outside_is_opened(tmp_path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text("<a>тайна</a>")
    document = f'<!DOCTYPE a [<!ENTITY b SYSTEM "{secret.as_uri()}">]><a>&b;</a>'
    with pytest.raises(ReadError):
        read_bytes(zipped({"word/document.xml": document}), "п.docx")


def test_pictures_alone_are_pages_of_a_scan(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def read_images(images: list[bytes], name: str, options: ReadOptions) -> Source:
        asked.extend(images)
        return Source(name, "Решили.\n", format="pdf")

    monkeypatch.setattr(readers, "ocr", SimpleNamespace(read_images=read_images), raising=False)
    picture = '<w:r><w:drawing><a:blip r:embed="{}"/></w:drawing></w:r>'
    data = docx(par(picture.format("b")) + par(picture.format("a")), media={"a": b"first", "b": b"second"})
    source = read_bytes(data, "скан.docx")
    assert (source.text, source.format, asked) == ("Решили.\n", "docx", [b"second", b"first"])
    with pytest.raises(ReadError):
        read_bytes(data, "скан.docx", ReadOptions(ocr="never"))
