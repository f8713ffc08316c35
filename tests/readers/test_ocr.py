"""Scans, made by drawing built pages. What needs the `tesseract` program is skipped without it."""

from __future__ import annotations

import io
import shutil
from collections.abc import Sequence

import pypdfium2
import pytest

from resodoc.errors import ReadError
from resodoc.readers import ocr, pdf
from resodoc.readers.options import ReadOptions
from resodoc.readers.page import ocr_words, ruled, rulings
from resodoc.readers.page.printed import Page, Word, levelled
from tests.readers.pdfmaker import Press

Image = pytest.importorskip("PIL.Image", reason="Pillow is not installed: pip install resodoc[ocr]")

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="Tesseract is not installed: apt install tesseract-ocr-rus"
)
AUTO, ALWAYS, NEVER = ReadOptions(), ReadOptions(ocr="always"), ReadOptions(ocr="never")

PARAGRAPHS = [
    "Совет депутатов района, рассмотрев представленные администрацией материалы, решил:",
    "1. Отделу культуры подготовить предложения о проведении смотра коллективов самодеятельного творчества и "
    "представить их главе района до первого мая.",
    "2. Рекомендовать руководителям учреждений принять участие в смотре, обеспечив подготовку программ.",
    "3. Контроль за исполнением решения возложить на комиссию по культуре.",
]


def built() -> bytes:
    press = Press(font_size=14.0, leading=22.0)
    press.centre("РЕШЕНИЕ", bold=True)
    for paragraph in PARAGRAPHS:
        press.paragraph(paragraph)
    return press.done()


EXPECTED = "\n".join(["РЕШЕНИЕ", *PARAGRAPHS, ""])


def drawn(data: bytes, page: int = 0, dpi: int = 300):
    return pypdfium2.PdfDocument(data)[page].render(scale=dpi / 72).to_pil().convert("L")


def scanned(*images, dpi: int = 300) -> bytes:
    out = io.BytesIO()
    images[0].save(out, "PDF", save_all=True, append_images=images[1:], resolution=dpi)
    return out.getvalue()


def joined(*documents: bytes) -> bytes:
    whole = pypdfium2.PdfDocument.new()
    for data in documents:
        whole.import_pages(pypdfium2.PdfDocument(data))
    out = io.BytesIO()
    whole.save(out)
    return out.getvalue()


def code_of(work) -> str:
    with pytest.raises(ReadError) as error:
        work()
    assert "made.pdf" in str(error.value)
    return error.value.code


# ── recognised pages ─────────────────────────────────────────────────────────────────────────────────


@needs_tesseract
@pytest.mark.parametrize("degrees", [0, 90, 180, 270, 0.8, 3, -4, 272], ids=str)
def test_a_scan_reads_as_its_text_and_its_boxes_lie_on_the_ink(degrees):
    straight = drawn(built())
    image = straight.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    got = pdf.read(scanned(image), "made.pdf", AUTO)
    assert got.text == EXPECTED
    assert [(note.check, dict(note.values)["pages"]) for note in got.notes] == [("ocr-pages", "1")]
    assert all(0.5 < origin.confidence <= 1 for origin in got.origins)
    boxes = [tuple(round(v * 300 / 72) for v in origin.bbox) for origin in got.origins]
    assert all(image.crop(box).getextrema()[0] < 100 for box in boxes), "ink in the box"
    for box in boxes:
        image.paste(255, tuple(v + grow for v, grow in zip(box, (-8, -8, 8, 8), strict=True)))
    assert image.getextrema()[0] > 100, "no ink beside the boxes"


@needs_tesseract
def test_only_the_pages_without_text_are_recognised():
    got = pdf.read(joined(built(), scanned(drawn(built())), built()), "made.pdf", AUTO)
    assert got.text == EXPECTED * 3
    assert dict(got.notes[0].values)["pages"] == "2"
    assert {origin.page for origin in got.origins if origin.confidence is not None} == {2}


@needs_tesseract
def test_a_garbled_text_layer_is_recognised_and_a_stamp_does_not_stand_for_the_page():
    image = drawn(built())
    press = Press()
    press.canvas.drawInlineImage(image, 0, 0, *press.size)
    for _ in range(20):
        press.line("Ðåøåíèå ñîâåòà ðàéîíà îá óòâåðæäåíèè ïîëîæåíèÿ")
    press.page()
    press.canvas.drawInlineImage(image, 0, 0, *press.size)
    press.at(60, 820, "Документ подписан электронной подписью", size=8)
    got = pdf.read(press.done(), "made.pdf", AUTO)
    assert dict(got.notes[0].values)["pages"] == "1-2"
    assert "Отделу культуры" in got.text


@needs_tesseract
def test_always_reads_what_is_printed_and_never_what_is_written():
    press = Press(font_size=14.0)
    press.paragraph(PARAGRAPHS[1])
    data = press.done()
    always, never = (pdf.read(data, "made.pdf", mode) for mode in (ALWAYS, NEVER))
    assert always.text == never.text == PARAGRAPHS[1] + "\n"
    assert [note.check for note in always.notes] == ["ocr-pages"] and never.notes == ()


@needs_tesseract
def test_a_scanned_table_is_a_table():
    press = Press()
    rows = [
        ["№", "Мероприятие", "Срок"],
        *([f"{n}.", "Осмотреть памятники", "до 1 мая"] for n in range(1, 5)),
    ]
    press.table(rows, (85, 130, 350, 553))
    got = pdf.read(scanned(drawn(press.done()).rotate(0.6, fillcolor=255)), "made.pdf", AUTO)
    assert [len(row) for row in got.tables[0].rows] == [3] * 5
    assert "Осмотреть памятники\tдо 1 мая" in got.text


@needs_tesseract
def test_images_are_pages():
    out = io.BytesIO()
    drawn(built()).save(out, "PNG", dpi=(300, 300))
    got = ocr.read_images([out.getvalue(), out.getvalue()], "made.pdf", AUTO)
    assert (got.pages, got.format, got.text) == (2, "image", EXPECTED * 2)
    assert max(origin.bbox[2] for origin in got.origins) == pytest.approx(553, abs=4)
    assert ocr.read(out.getvalue(), "made.pdf", AUTO).text == EXPECTED


# ── what cannot be recognised ────────────────────────────────────────────────────────────────────────


def test_a_scan_without_tesseract_says_what_to_install(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    scan = scanned(drawn(built(), dpi=72))
    with pytest.raises(ReadError) as error:
        pdf.read(scan, "made.pdf", AUTO)
    assert error.value.code == "ocr-no-tesseract" and "apt install" in str(error.value)


def test_a_mixed_file_without_tesseract_gives_its_text_and_a_note(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    got = pdf.read(joined(built(), scanned(drawn(built(), dpi=72))), "made.pdf", AUTO)
    assert got.text == EXPECTED
    assert [(note.check, note.level, dict(note.values)) for note in got.notes] == [
        ("ocr-pages-missed", "error", {"pages": "2"})
    ]


@needs_tesseract
def test_a_mixed_file_without_russian_gives_its_text_too(monkeypatch):
    monkeypatch.setattr(ocr, "_installed", lambda _: frozenset({"eng"}))
    got = pdf.read(joined(built(), scanned(drawn(built(), dpi=72))), "made.pdf", AUTO)
    assert (got.text, [note.check for note in got.notes]) == (EXPECTED, ["ocr-pages-missed"])


def test_never_means_never():
    scan = scanned(drawn(built(), dpi=72))
    assert code_of(lambda: pdf.read(scan, "made.pdf", NEVER)) == "ocr-never"
    assert code_of(lambda: ocr.read(b"", "made.pdf", NEVER)) == "ocr-never"
    mixed = pdf.read(joined(built(), scan), "made.pdf", NEVER)
    assert [note.check for note in mixed.notes] == ["ocr-pages-skipped"]


@needs_tesseract
def test_a_broken_image_and_a_missing_language_say_so(monkeypatch):
    assert code_of(lambda: ocr.read(b"\x89PNG\r\n\x1a\nnothing", "made.pdf", AUTO)) == "read-corrupt"
    monkeypatch.setattr(ocr, "_installed", lambda _: frozenset({"eng"}))
    assert code_of(lambda: pdf.read(scanned(drawn(built(), dpi=72)), "made.pdf", AUTO)) == "ocr-no-russian"


@needs_tesseract
@pytest.mark.parametrize(("limit", "code"), [("SECONDS", "ocr-too-slow"), ("MAX_PIXELS", "ocr-too-large")])
def test_recognition_is_bounded(limit, code, monkeypatch):
    ocr._installed(shutil.which("tesseract"))
    monkeypatch.setattr(ocr, limit, 0.001)
    out = io.BytesIO()
    drawn(built()).save(out, "PNG")
    assert code_of(lambda: ocr.read(out.getvalue(), "made.pdf", AUTO)) == code


# ── its parts ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("numbers", "expected"), [([1], "1"), ([1, 2, 3, 5], "1-3, 5"), ([2, 4], "2, 4"), ([], "")]
)
def test_ranges(numbers: Sequence[int], expected: str):
    assert ocr.ranges(numbers) == expected


def _words(text: str) -> list[Word]:
    return [Word(word, 0, 0, 1, 1) for word in text.split()]


SHARES = [
    ("Совет депутатов района решил утвердить положение", 1.0),
    ("Ðåøåíèå ñîâåòà äåïóòàòîâ ðàéîíà îá óòâåðæäåíèè", 0.0),
    ("зодениизо эинэгэзоч хинпэч иилвидиПэчи совет района", 1 / 3),
    ("1. 2. 3. 15 000 руб. и до № 4", None),
    ("The council decided to approve the regulation of the district", None),
]


@pytest.mark.parametrize(("text", "share"), SHARES)
def test_known_share(text, share):
    assert ocr.known_share(_words(text)) == (share if share is None else pytest.approx(share))


TSV = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"


def tsv(*words: tuple[int, str, int]) -> str:
    """Words of (line, text, confidence), one beside the other."""
    rows = (
        f"5\t1\t1\t1\t{line}\t{n}\t{100 * n}\t{60 * line}\t90\t40\t{sure}\t{text}\n"
        for n, (line, text, sure) in enumerate(words)
    )
    return TSV + "".join(rows)


LINES = [
    ("specks", [(1, "Совет", 90), (1, "—", 40), (1, "решил", 90), (1, "|", 90)], ["Совет решил"]),
    ("garbage", [(1, "Совет", 20), (1, "ъзщё", 20), (1, "решил", 90)], ["Совет решил"]),
    ("a ruling line", [(1, "|Совет", 90), (1, "решил|", 90)], ["Совет решил"]),
    ("a dash that is one", [(1, "Совет", 90), (1, "–", 90), (1, "орган", 90)], ["Совет – орган"]),
    ("a dash for a hyphen", [(1, "инноваци—", 90), (2, "онный", 90)], ["инноваци-", "онный"]),
    (
        "Latin letters",
        [(1, "Cовет", 90), (1, "M.K.", 90), (1, "OECD", 90), (1, "c", 90)],
        ["Совет М.К. OECD с"],
    ),
    ("labels", [(1, "а)", 90), (2, "6)", 90), (3, "в)", 90), (4, "6)", 90)], ["а)", "б)", "в)", "б)"]),
    ("number signs", [(1, "Ne", 90), (1, "2", 90), (1, "Ме", 90), (1, "и", 90)], ["№ 2 Ме и"]),
    ("numbers", [(1, "5)", 90), (2, "6)", 90)], ["5)", "6)"]),
]


@pytest.mark.parametrize(("words", "expected"), [pytest.param(w, e, id=name) for name, w, e in LINES])
def test_what_is_made_of_tesseracts_words(words, expected):
    assert [" ".join(w.text for w in line) for line in ocr_words.lines(tsv(*words), 1.0)] == expected


@pytest.mark.parametrize(
    ("boxes", "lies"),
    [
        ([(0, 0, 60, 10), (70, 0, 130, 10)], False),
        ([(0, 0, 10, 60), (0, 70, 10, 130), (20, 0, 80, 10)], True),
        ([], False),
    ],
    ids=["level", "a line that runs down, one level", "nothing"],
)
def test_words_taller_than_wide_lie_on_their_side(boxes, lies):
    assert ocr_words.on_side([Word("решение", *box) for box in boxes]) is lies


def test_a_line_that_runs_down_the_margin_has_no_part_in_the_slope():
    down = "".join(f"5\t1\t9\t1\t1\t{n}\t10\t{100 * n}\t40\t90\t90\tКопия\n" for n in range(6))
    words, slope = ocr_words.levelled_words(tsv((1, "Совет", 90), (1, "решил", 90)) + down, 1.0, (0.0, 0.0))
    assert slope == 0.0 and len(words) == 8


def test_what_a_straightened_image_shows_lies_where_levelled_words_do():
    image = Image.new("L", (600, 400), 255)
    image.paste(0, (400, 100, 410, 110))
    level, left, top = rulings.straightened(image, 0.1)
    x, y = levelled(405, 105, 0.1)
    assert level.getpixel((round(x - left), round(y - top))) < 100
    assert levelled(*levelled(405, 105, 0.1), -0.1) == pytest.approx((405, 105))


def test_ruling_lines_are_found_in_pixels():
    image = Image.new("L", (600, 400), 255)
    for x in (100, 300, 500):
        image.paste(0, (x, 100, x + 3, 302))
    for y in (100, 200, 300):
        image.paste(0, (100, y, 503, y + 3))
    image.paste(0, (150, 140, 160, 170))  # a letter
    found = rulings.edges(image, 0.24, 0.0)
    assert {edge["orientation"] for edge in found} == {"h", "v"}
    page = Page(1, 144, 96, (Word("да", 30, 30, 40, 40), Word("нет", 80, 55, 90, 65)))
    (grid,) = ruled.scanned_grids(image, 0.24, page)
    assert [[" ".join(ln.text for ln in cell.lines) for cell in row] for row in grid.rows] == [
        ["да", ""],
        ["", "нет"],
    ]
