"""The tables of benchmarks/accuracy.py, from a document and its answer to the page that they are written into."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import accuracy
import pytest
from judged import Set

TEXT = """ПОСТАНОВЛЕНИЕ
от 10.03.2024 № 5
Администрация посёлка ПОСТАНОВЛЯЕТ:
1. Комитету по культуре до 1 мая 2024 г. составить план.
2. Утвердить смету.
"""
ANSWER = """source: a.txt
decisions:
  - id: "1"
    begins: Комитету по культуре
    owners: [{name: Комитет по культуре, role: executor}]
    deadlines: [{kind: date, end: 2024-05-01}]
  - {id: "2-1", begins: Утвердить смету}
"""


@pytest.fixture
def answered_set(tmp_path) -> Set:
    for folder, name, text in (("docs", "a.txt", TEXT), ("gold", "a.yaml", ANSWER)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(text, "utf-8")
    return Set("mine", tmp_path / "gold", tmp_path / "docs")


def cells(lines: list[str], start: str) -> list[str]:
    (row,) = [line for line in lines if line.startswith(f"| {start}")]
    return [cell.strip() for cell in row.strip("|").split("|")]


def test_the_tables_of_a_set(answered_set):
    lines = list(accuracy.tables([answered_set], None))
    figures = dict(zip(cells(lines, "set"), cells(lines, "mine, 1 documents"), strict=True))
    assert (figures["items"], figures["ids"], figures["owners"], figures["acts"]) == (
        "1.000",
        "0.500",
        "1.000",
        "–",
    )
    found = cells(lines, "0.9–1.0")
    assert (found[1], found[3]) == ("2", "0.500")  # two decisions, one with the right id
    assert (found[4], found[6]) == ("1", "1.000")
    assert cells(lines, "mine |")[1] == cells(lines, "all")[1]
    assert not any("a.txt" in line for line in lines)


def test_another_program_is_measured_by_what_it_numbers(answered_set, tmp_path):
    items = [[{"id": "1", "text": "Комитету по культуре до 1 мая 2024 г. составить план."}]]
    other = tmp_path / "python"
    other.write_text(f"#!{sys.executable}\nprint({json.dumps(items)!r})\n", "utf-8")
    other.chmod(0o755)
    lines = list(accuracy.tables([answered_set], str(other)))
    figures = dict(zip(cells(lines, "set"), cells(lines, "PullEnti 4.1 on mine, 1"), strict=True))
    assert (figures["items"], figures["extents"], figures["owners"]) == ("0.667", "0.500", "")


def test_the_page_has_one_place_for_the_tables():
    page = Path(accuracy.DOCUMENT).read_text("utf-8")
    assert len(accuracy._WRITTEN.findall(page)) == 1
