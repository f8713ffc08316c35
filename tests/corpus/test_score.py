"""The figures, counted by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from resodoc.corpus import gold
from resodoc.corpus.score import FIGURES, figures, score
from resodoc.corpus.scorecard import as_data, as_table, compare
from resodoc.errors import UsageError

ANSWER = {
    "source": "протокол.docx",
    "document": {"kind": "minutes", "date": "2024-03-15", "place": "Тула", "title_contains": "ремонте дорог"},
    "definitions": [{"term": "Совет", "expansion": "Совет кооператива «Заря»"}],
    "agenda_contains": ["О ремонте"],
    "people_contain": ["Лаптева"],
    "noise": ["Стр. 3"],
    "noise_lines": ["Протокол № 7"],
    "optional_begins": ["Утратил силу"],
    "decisions": [
        {
            "id": "1",
            "begins": "Поручить Правлению",
            "ends": "ремонт дорог",
            "words": 4,
            "act": "instruct",
            "verbs": ["провести", "оплатить"],
            "owners": [{"name": "Правление", "role": "executor"}],
            "deadlines": [{"kind": "date", "end": "2024-05-01"}],
        },
        {
            "id": "2",
            "begins": "Принять отчёт",
            "ends": "к сведению",
            "act": "note",
            "verbs": ["принять"],
            "owners": [],
            "deadlines": [],
            "outcome": "adopted",
            "vote": {"for": 5},
            "measures": [{"comparator": ">=", "value": 15, "unit": "%"}],
        },
    ],
}


def output(**changes: object) -> dict:
    """An output that the answer is wholly content with, but for `changes` to its first decision."""
    first = {
        "id": "1",
        "text": "Поручить правлению ремонт дорог.",
        "act": "instruct",
        "actions": [{"verb": "провести"}, {"verb": "оплатить"}],
        "owners": [{"name": "«Правление»", "role": "executor"}],
        "deadlines": [{"kind": "date", "start": None, "end": "2024-05-01", "recurrence": None}],
    }
    second = {
        "id": "2",
        "text": "Принять отчет к сведению;",
        "act": "note",
        "actions": [{"verb": "принять"}],
        "owners": [],
        "deadlines": [],
        "outcome": "adopted",
        "vote": {"for": 5, "against": 0},
        "measures": [{"comparator": ">=", "value": 15.0, "unit": "%"}],
    }
    return {
        "source": {"path": "архив/протокол.pdf"},
        "kind": "minutes",
        "date": "2024-03-15",
        "place": "Тула",
        "title": "О ремонте  дорог общего пользования",
        "definitions": [{"term": "Совет", "expansion": "совет кооператива Заря"}],
        "agenda": ["1. О ремонте дорог"],
        "people": [{"name": "Лаптева О.Н."}],
        "preamble": [],
        "decisions": [first | changes, second],
    }


def test_all_is_right():
    marks = score(ANSWER, output())
    assert figures(marks) == dict.fromkeys(FIGURES, 1.0)
    assert [mark.miss for mark in marks if mark.miss] == []


@pytest.mark.parametrize(
    ("changes", "figure", "expected"),
    [
        ({"text": "Поручить правлению ремонт всех дорог."}, "extents", 1 / 2),
        (
            {"text": "Поручить правлению не медля, тщательно и быстро провести ремонт дорог."},
            "extents",
            1 / 2,
        ),
        ({"id": "1.1"}, "ids", 1 / 2),
        ({"act": "measure"}, "acts", 1 / 2),
        ({"actions": [{"verb": "провести"}]}, "verbs", 2 * 2 / (3 + 2)),
        ({"actions": [{"verb": v} for v in ("провести", "оплатить", "ждать")]}, "verbs", 2 * 3 / (3 + 4)),
        ({"owners": []}, "owners", 0.0),
        ({"owners": [{"name": "Комитет", "role": "executor"}]}, "owners", 0.0),
        ({"owners": [{"name": "Правление", "role": "controller"}]}, "owners", 1.0),
        ({"owners": [{"name": "Правление", "role": "controller"}]}, "roles", 0.0),
        ({"deadlines": [{"kind": "period", "end": "2024-05-01"}]}, "deadlines", 0.0),
        ({"deadlines": [{"kind": "date", "end": "2024-05-02"}]}, "deadlines", 0.0),
        ({"text": "Стр. 3 Поручить"}, "items", 2 * 1 / (2 + 2)),
        ({"text": "Поручить Правлению Стр. 3 ремонт дорог"}, "noise", 1 / 2),
        ({"text": "Поручить Правлению\nПротокол № 7\nремонт дорог"}, "noise", 1 / 2),
        ({"text": "Поручить Правлению, протокол № 7, ремонт дорог"}, "noise", 1.0),
    ],
)
def test_one_thing_is_wrong(changes, figure, expected):
    assert figures(score(ANSWER, output(**changes)))[figure] == pytest.approx(expected)


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "order"},
        {"date": None},
        {"place": "Тверь"},
        {"title": "О ремонте"},
        {"definitions": []},
        {"agenda": []},
        {"people": []},
    ],
)
def test_one_field_of_ten_is_wrong(change):
    marks = score(ANSWER, output() | change)
    assert figures(marks)["fields"] == pytest.approx(9 / 10)
    assert len([mark for mark in marks if mark.miss]) == 1


def test_an_extra_decision_costs_and_an_optional_one_does_not():
    more = output()
    more["decisions"] = [*more["decisions"], {"id": "3", "text": "Утратил силу. - Постановление"}]
    assert figures(score(ANSWER, more))["items"] == 1.0
    more["decisions"][-1]["text"] = "Слово о погоде"
    assert figures(score(ANSWER, more))["items"] == pytest.approx(2 * 2 / (2 + 3))


def test_of_two_that_begin_alike_the_one_with_the_id_is_taken():
    twice = output()
    twice["decisions"] = [twice["decisions"][0] | {"id": "9"}, *twice["decisions"]]
    assert figures(score(ANSWER, twice))["ids"] == 1.0


def test_no_output_is_everything_missed():
    row = figures(score(ANSWER, {}))
    assert {name: value for name, value in row.items() if value} == {}


def test_what_answers_do_not_ask_has_no_figure():
    row = figures(score({"source": "a.txt", "decisions": [{"id": "1", "begins": "Утвердить"}]}, output()))
    assert row["acts"] is None and row["owners"] is None and row["noise"] is None


# ── answers and their documents ──────────────────────────────────────────────────────────────────────


def test_pooled_and_document_by_document():
    short = {"source": "b.txt", "decisions": [{"id": "1", "begins": "Утвердить", "act": "approve"}]}
    scored = compare([ANSWER, short], [output()])
    assert [document.missing for document in scored] == [False, True]
    data = as_data(scored)
    assert data["figures"]["acts"] == pytest.approx(2 / 3)
    assert data["documents"]["b.txt"]["acts"] == 0.0
    lines = list(as_table(scored, misses=True))
    assert lines[:3] == ["== протокол.docx", "== b.txt", "  missed 1: Утвердить"]
    assert lines[-4].split()[:3] == ["b.txt", "0.000", "-"]
    assert lines[-2].startswith("MEAN OF DOCUMENTS") and " 0.500" in lines[-2]
    assert lines[-1] == f"mean {data['mean']:.3f}"


def test_what_no_answer_measures_has_no_mean():
    answer = {"source": "a.txt", "decisions": [{"id": "1", "begins": "Поручить"}]}
    lines = list(as_table(compare([answer], [])))
    columns = lines[0].split()[1:]
    for line in lines[1:-1]:
        assert line.split()[-len(columns) :][columns.index("verbs")] == "-"


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("a.txt", "x/a.txt"),
        ("a.txt", "x/a.docx"),
        ("01-order/source.txt", "samples/01-order/source.pdf"),
        ("протокол от 12.03.txt", "протокол от 12.03.docx"),
    ],
)
def test_the_path_without_its_suffix_decides_whose_answer_it_is(source, path):
    others = [{"source": {"path": "b.txt"}}, {"source": {"path": "samples/02-order/source.pdf"}}]
    assert (
        gold.output_for({"source": source}, [*others, {"source": {"path": path}}])["source"]["path"] == path
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("source: [", "not YAML"),
        ("- source", "not an answer"),
        ("source: a.txt\ndecisions: [one]", "not an answer"),
        ("decisions: []", "no key source"),
        ("source: a.txt\ndecisions: [{begins: Утвердить}]", "has no id"),
    ],
)
def test_a_file_that_is_no_answer_is_named(tmp_path: Path, monkeypatch, text, message):
    monkeypatch.setenv("LC_ALL", "C")
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    with pytest.raises(UsageError) as error:
        gold.load(tmp_path)
    assert message in str(error.value) and "a.yaml" in str(error.value)


def test_a_folder_without_answers_is_told(tmp_path):
    with pytest.raises(UsageError):
        gold.load(tmp_path)


def test_a_misspelt_key_is_told_with_the_right_one(tmp_path, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")
    (tmp_path / "a.yaml").write_text("source: a.txt\ndocument: {plase: Тула}", "utf-8")
    answers, (error,) = gold.load(tmp_path)
    assert len(answers) == 1
    assert "plase" in str(error) and "place" in str(error)
