"""A line end in the text is written as «/»."""

import pytest

from resodoc.readers.hyphens import joined, separator

BROKEN = [
    "инноваци-/онный",
    "Министер-/ство экономики",
    "РЕЗО-/ЛЮЦИЯ",
    "торгово-промыш-/ленной палаты",
    "Азиатско-тихоокеанс-/кого сотрудничества",
    "поэ-/тому",
    "по-/этому",  # no such word with a hyphen
    "Аржа-/нухиной",  # a surname that no dictionary has
    "со-/инвестирования",  # «со» alone is a preposition, here it is a prefix
    "клас\u00ad/тер",  # soft hyphen
    "класте\ufffe/ров",  # pdfium's mark
    "кластеров со-/финансирования",
]
KEPT = [
    "в Санкт-/Петербурге",
    "в Санкт\ufffe/Петербурге",
    "научно-/технический совет",
    "Ростов-на-/Дону",
    "бизнес-/среды",
    "коуч-/сессию",
    "ИТ-/отдел",
    "Азиатско-/тихоокеанское",
    "тендерно-/правовой",
    "кто-/либо",
    "№ 115-/ФЗ",
    "в 2014-/2016 годах",
    "научно- /и технический",
    "первое -/второе",
    "www.invest-/region.ru",
    "e-/mail",
]


@pytest.mark.parametrize("text", BROKEN)
def test_hyphen_of_a_broken_word_is_dropped(text):
    assert joined(*text.split("/"))


@pytest.mark.parametrize("text", KEPT)
def test_hyphen_of_a_word_is_kept(text):
    assert not joined(*text.split("/"))


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("в Санкт-", "Петербурге", ""),
        ("№ 115-", "ФЗ", ""),
        ("2014-", "2016", ""),
        ("научно-", "и технический", " "),
        ("Технопарк -", "это место", " "),
        ("принять", "к сведению", " "),
        ("товары-", "(перечень)", " "),
    ],
)
def test_separator(before, after, between):
    assert separator(before, after) == between
