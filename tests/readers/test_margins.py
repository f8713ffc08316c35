"""Where a page's text begins and ends: hung numbers, narrow columns, notes in the margins."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resodoc.readers import pdf
from resodoc.readers.options import ReadOptions
from tests.readers.pdfmaker import BOTTOM, RIGHT, Press, width

ITEMS = [
    f"Отделу № {n} {'администрации района ' * (n % 4)}подготовить предложения о развитии территории и "
    "представить их главе района не позднее осени, согласовав с финансовым управлением."
    for n in range(1, 26)
]


def paragraphs(press: Press) -> list[str]:
    return pdf.read(press.done(), "made.pdf", ReadOptions(ocr="never")).text.replace("\t", "→").splitlines()


def item(press: Press, label: str, text: str, hang: float) -> None:
    """`label` at the left edge, `text` at `hang` from it."""
    if press.y + press.leading > BOTTOM:
        press.page()
    press.at(press.left, press.y + press.leading, label)
    press.left += hang
    press.paragraph(text, 0)
    press.left -= hang


# ── numbers that hang ────────────────────────────────────────────────────────────────────────────────


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    hang=st.integers(28, 70),
    deeper=st.sampled_from([0, 18, 28, 36]),
    leading=st.sampled_from([15.0, 18.0, 24.0]),
    justify=st.booleans(),
    label=st.sampled_from(["{}.", "{})", "3.{}."]),
)
def test_items_with_hung_numbers_are_whole(hang, deeper, leading, justify, label):
    press = Press(leading=leading, justify=justify)
    wanted = []
    for n, text in enumerate(ITEMS, 1):
        wanted.append(f"{label.format(n)} {text}")
        step = deeper if n % 3 else 0
        press.left += step
        item(press, label.format(n), text, hang)
        press.left -= step
    assert paragraphs(press) == wanted


def test_a_number_too_wide_for_its_indent_has_no_space_behind_it():
    press = Press()
    for n in range(8, 13):
        press.left += 18
        press.paragraph(f"{n}.{ITEMS[n]}", -18)
        press.left -= 18
    assert paragraphs(press) == [f"{n}.{ITEMS[n]}" for n in range(8, 13)]


def test_a_caption_that_hangs_is_none_of_the_margin():
    press = Press()
    for page in range(2):
        item(press, "СЛУШАЛИ:", ITEMS[3 + page], 90)
        item(press, "РЕШИЛИ:", ITEMS[5 + page], 90)
        press.page()
    got = " ".join(paragraphs(press))
    assert got.count("СЛУШАЛИ:") == got.count("РЕШИЛИ:") == 2


# ── narrow columns ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("right", [270.0, 300.0, 340.0])
def test_a_text_may_be_narrower_than_half_of_the_page(right):
    press = Press(right=right, indent=15.0)
    for text in ITEMS:
        press.paragraph(text)
    assert paragraphs(press) == ITEMS


def test_the_last_page_of_a_paper_in_two_columns_has_only_the_left_one():
    press = Press(indent=15.0)
    for text in ITEMS[:3]:
        press.paragraph(text)
    top = press.y + 20
    press.right = 300.0
    press.y, press.indent = top, 15.0
    for text in ITEMS[3:7]:
        press.paragraph(text)
    press.left, press.right, press.y = 320.0, 535.0, top
    for text in ITEMS[7:11]:
        press.paragraph(text)
    press.page()
    press.left, press.right = 85.0, 300.0
    for text in ITEMS[11:15]:
        press.paragraph(text)
    press.pieces((85.0, "Глава района"), (RIGHT - 80, "К.Д. Вешняков"))
    assert paragraphs(press) == [*ITEMS[:15], "Глава района→К.Д. Вешняков"]


# ── notes ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("gap", [4, 8, 14, 20, 40])
@pytest.mark.parametrize("lower", [0, 4, 9, 14])
@pytest.mark.parametrize("side", ["left", "right"])
def test_small_type_in_the_margin_is_none_of_the_text(gap, lower, side):
    press = Press(font_size=14.0, leading=21.0)
    for text in ITEMS[:9]:
        press.paragraph(text)
    for y, note in ((150, "учтено"), (160, "12.06"), (400, "учтено"), (410, "12.06")):
        x = press.right + gap if side == "right" else press.left - gap - width(note, 8)
        press.at(x, y + lower, note, size=8)
    assert paragraphs(press) == ITEMS[:9]


def test_small_type_within_the_text_is_kept():
    press = Press(font_size=14.0, leading=21.0)
    for text in ITEMS[:6]:
        press.paragraph(text)
    press.line("Исполнитель")
    press.at(press.left + 120, press.y, "тел. 2-14-33", size=8)
    assert " ".join(paragraphs(press)[6:]).replace("→", " ") == "Исполнитель тел. 2-14-33"
