"""Every encoding that a Russian text may come in, down to texts of one word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resodoc.errors import ReadError
from resodoc.readers import read_bytes

ENCODINGS = {
    "utf-8": "utf-8",
    "utf-8-sig": "utf-8",
    "utf-16": "utf-16",
    "utf-16-le": "utf-16",
    "utf-16-be": "utf-16",
    "utf-32": "utf-32",
    "cp1251": "windows-1251",
    "koi8_r": "koi8-r",
    "cp866": "cp866",
    "iso8859_5": "iso-8859-5",
    "mac_cyrillic": "x-mac-cyrillic",
}
SHORT = [
    "ПРОТОКОЛ",
    "Решили: принять",
    "п о с т а н о в л я е т",
    "Срок: до 1 мая",
    "СПИСОК",
    "1. Создать комиссию.\n2. Иванову И.И.",
]


@pytest.mark.parametrize("codec", ENCODINGS)
@pytest.mark.parametrize("text", SHORT)
def test_short_texts(text: str, codec: str) -> None:
    expected = read_bytes(text.encode(), "п.txt").text
    source = read_bytes(text.encode(codec), "п.txt")
    assert source.text == expected
    if not (codec == "mac_cyrillic" and text.isupper()):  # capitals have the codes that they have in CP866
        assert source.encoding == ENCODINGS[codec]


words = st.sampled_from(
    "Поручить отделу образования комитету финансов подготовить доклад решение приложение городского округа".split()
)


@given(st.lists(words, min_size=2, max_size=30).map(" ".join), st.sampled_from(sorted(ENCODINGS)))
def test_any_text_survives_every_encoding(text: str, codec: str) -> None:
    assert read_bytes(text.encode(codec), "п.txt").text == text + "\n"


def test_a_text_cut_inside_a_character_is_still_utf8() -> None:
    source = read_bytes(
        "Утвердить план работы комиссии на весь следующий год, с приложениями".encode()[:-1], "п.txt"
    )
    assert source.encoding == "utf-8"
    assert source.text.startswith("Утвердить план работы комиссии")


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02\x03 binary \xff\xfe\x00", b"\xff\xfe\x00", bytes(range(256)) * 4]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError) as error:
        read_bytes(data, "п.txt")
    assert error.value.code == "read-undecodable"
