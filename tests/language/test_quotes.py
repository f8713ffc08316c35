"""What a text quotes: the cases that real documents have, with the outermost quotations as they must come out."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resodoc.language.quotes import quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("без кавычек", []),
        ("план «Юг» и план «Север»", ["«Юг»", "«Север»"]),
        ("«О плане «Юг» и «Север»»", ["«О плане «Юг» и «Север»»"]),
        ("утвердить «План «Юг» до 1 мая и «Север»", ["«План «Юг»", "«Север»"]),
        ('газета "Труд" и газета “Маяк” и „Луч“', ['"Труд"', "“Маяк”", "„Луч“"]),
        ('ООО "Завод "Юг"" и другие', ['"Завод "Юг""']),
        ('труба 5" и "дом"', ['"дом"']),
        ("лишняя» и «дом»", ["«дом»"]),
        ("«открыта\nи «дом»", ["«открыта\nи «дом»"]),
        ("не закрыта «тут\nи «дом»", ["«дом»"]),
        ("в редакции: «1. О «Юге»\n2. О севере»; далее «дом»", ["«1. О «Юге»\n2. О севере»", "«дом»"]),
        ("в редакции:\n«1. До мая\n2. До июня", ["«1. До мая\n2. До июня"]),
        ("не закрыта «тут", []),
    ],
)
def test_quotations(text, quoted):
    assert [text[span.start : span.stop] for span in quotations(text)] == quoted


@given(st.text(alphabet='«»"„“” аб:\n', max_size=60))
def test_quotations_are_in_order_and_apart(text):
    spans = quotations(text)
    assert all(0 <= s.start < s.stop <= len(text) for s in spans)
    assert all(a.stop <= b.start for a, b in pairwise(spans))


def test_a_line_of_marks_takes_no_longer_than_its_length():
    assert len(quotations("«а» " * 50_000)) == 50_000
