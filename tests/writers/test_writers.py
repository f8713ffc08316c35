"""Each format gives back what was written into it; a document is an object, several are a list."""

from __future__ import annotations

import csv
import io
import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from resodoc.wire import to_dict
from resodoc.writers import WRITERS, dumps
from resodoc.writers.csv import COLUMNS
from resodoc.writers.style import Style

PARSERS = {
    "yaml": yaml.safe_load,
    "json": json.loads,
    "jsonl": lambda text: [json.loads(line) for line in text.splitlines()],
}


@pytest.mark.parametrize("format", ["yaml", "json"])
def test_one_document_is_an_object(format, resolution):
    data = to_dict(resolution)
    assert PARSERS[format](dumps([data], format)) == data


@pytest.mark.parametrize("format", PARSERS)
@pytest.mark.parametrize("count", [0, 1, 3])
def test_many_documents_are_a_list(format, count, resolution):
    data = to_dict(resolution)
    assert PARSERS[format](dumps([data] * count, format, Style(many=True))) == [data] * count


trees = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8")),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=3)
    ),
    max_leaves=8,
)


@pytest.mark.parametrize("format", PARSERS)
@given(documents=st.lists(st.dictionaries(st.text("xyz", min_size=1), trees, max_size=3), max_size=3))
def test_any_words_come_back(format, documents):
    assert PARSERS[format](dumps(documents, format, Style(many=True))) == documents


@pytest.mark.parametrize("format", WRITERS)
def test_documents_are_written_as_they_come(format, resolution):
    """A folder of ten thousand files never has to be held at once."""
    asked = []

    def documents():
        for number in range(3):
            asked.append(number)
            yield to_dict(resolution)

    pieces = WRITERS[format](documents(), Style(many=True))
    next(pieces)
    assert asked in ([], [0])


def test_yaml_is_laid_out_for_people(resolution):
    data = to_dict(resolution)
    data["decisions"][0]["text"] = "Утвердить:\n- смету\n- план"
    text = dumps([data], "yaml")
    assert "text: |-\n    Утвердить:\n    - смету\n" in text
    assert "bbox: [56.7, 100.0, 500.12, 112.0]" in text
    assert "Правление" in text and "&id" not in text


# ── CSV ──────────────────────────────────────────────────────────────────────────────────────────────


def rows(text: str, **dialect: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), **dialect))


def test_csv_has_a_row_a_decision(resolution):
    text = dumps([to_dict(resolution)], "csv")
    assert text.startswith("\ufefffile;document;kind;status;date;id;parent;section;number;act;text;actions;")
    assert text.endswith("\r\n")
    first, second, third = rows(text.removeprefix("\ufeff"), delimiter=";")
    assert first == {
        "file": "протоколы/7.pdf",
        "document": "Протокол № 7",
        "kind": "minutes",
        "status": "adopted",
        "date": "2024-03-15",
        "id": "1",
        "parent": "",
        "section": "I. Дороги",
        "number": "1.",
        "act": "instruct",
        "text": "Поручить Правлению (Лаптева О.Н.) до 1 мая 2024 г. отремонтировать не менее 15% дорог.",
        "actions": "отремонтировать не менее 15% дорог",
        "executors": "Правление (Лаптева О.Н.)",
        "co_executors": "",
        "controllers": "",
        "addressees": "",
        "deadline": "до 1 мая 2024 г.",
        "deadline_end": "2024-05-01",
        "owner_blank": "false",
        "measures": "не менее 15%",
        "page": "1",
        "line": "5",
        "confidence": "0.97",
    }
    assert (second["executors"], second["deadline"], second["deadline_end"]) == ("", "", "")
    assert (third["parent"], third["owner_blank"], third["deadline"]) == ("2", "true", "Ежемесячно; ____")


def test_csv_has_the_columns_of_the_contract():
    assert " ".join(COLUMNS) == (
        "file document kind status date id parent section number act text actions executors co_executors controllers "
        "addressees deadline deadline_end owner_blank measures page line confidence"
    )


def test_csv_without_mark_and_with_another_delimiter(resolution):
    text = dumps([to_dict(resolution)], "csv", Style(delimiter="\t", bom=False))
    assert text.startswith("file\tdocument\t")
    assert rows(text, delimiter="\t")[0]["act"] == "instruct"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_spreadsheet_runs_no_cell(start, resolution):
    data = to_dict(resolution)
    data["decisions"][0]["text"] = f"{start}cmd|' /C calc'!A0"
    text = rows(dumps([data], "csv", Style(bom=False)), delimiter=";")[0]["text"]
    assert text == f"'{start}cmd|' /C calc'!A0"


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1))
def test_any_cell_comes_back_or_is_made_inert(words):
    from tests.writers.documents import one_decision

    text = rows(dumps([one_decision(words)], "csv", Style(bom=False)), delimiter=";")[0]["text"]
    assert text in (words, f"'{words}")
    assert not text.startswith(("=", "+", "-", "@", "\t", "\r"))
