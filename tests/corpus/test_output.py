"""Where the output goes, and that it gets there whole."""

from __future__ import annotations

from pathlib import Path, PurePath

import pytest

from resodoc.corpus.discover import Document, discover
from resodoc.corpus.output import Output, places, plan, write_whole
from resodoc.errors import ResodocError, UsageError


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("output", "format", "expected"),
    [
        (None, None, Output("yaml")),
        (None, "csv", Output("csv")),
        ("all.json", None, Output("json", file=Path("all.json"))),
        ("all.YML", None, Output("yaml", file=Path("all.YML"))),
        ("all.json", "csv", Output("csv", file=Path("all.json"))),
        ("all.txt", "jsonl", Output("jsonl", file=Path("all.txt"))),
        ("out", "json", Output("json", folder=Path("out"))),
        ("out", None, Output("yaml", folder=Path("out"))),
        ("v1.2/", None, Output("yaml", folder=Path("v1.2"))),
    ],
)
def test_what_the_user_means(output, format, expected):
    assert plan(output, format) == expected


def test_a_folder_that_is_there_stays_a_folder_whatever_its_name():
    Path("v1.2").mkdir()
    assert plan("v1.2", None).folder == Path("v1.2")


def test_a_suffix_that_tells_no_format_is_refused():
    with pytest.raises(UsageError, match="yaml, json, jsonl, csv"):
        plan("all.docx", None)


def test_a_document_is_never_written_over():
    Path("plan.docx").write_text("precious")
    documents, _ = discover(["plan.docx"])
    with pytest.raises(UsageError, match=r"plan\.docx"):
        plan("./plan.docx", "json", documents)


def outputs(*paths: str) -> list[str]:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text("x")
    folders = sorted({path.split("/")[0] for path in paths})
    documents, _ = discover(folders if all("/" in p for p in paths) else paths)
    return [place.as_posix() for place in places(documents, "json").values()]


def test_a_file_keeps_its_name_and_suffix():
    assert outputs("plan.docx", "plan.pdf") == ["plan.docx.json", "plan.pdf.json"]


def test_a_folder_keeps_its_folders():
    assert outputs("in/a/plan.docx", "in/b/plan.docx") == ["a/plan.docx.json", "b/plan.docx.json"]


def test_two_folders_that_share_a_name_keep_theirs():
    assert outputs("a/plan.docx", "b/plan.docx") == ["a/plan.docx.json", "b/plan.docx.json"]
    assert outputs("a/plan.docx", "b/other.docx", "b/plan.docx") == [
        "a/plan.docx.json",
        "b/other.docx.json",
        "b/plan.docx.json",
    ]


def test_standard_input_beside_a_file_of_the_same_name():
    stdin = Document("a/plan.txt", None, PurePath("plan.txt"))
    file = Document("b/plan.txt", Path("b/plan.txt"), PurePath("plan.txt"))
    assert len(set(places([stdin, file], "json").values())) == 2


# ── whole or not at all ──────────────────────────────────────────────────────────────────────────────


def test_a_file_is_written_with_its_folders(here):
    write_whole(Path("new/deep/a.csv"), ["строка\r\n", "две\n"])
    assert Path("new/deep/a.csv").read_bytes() == "строка\r\nдве\n".encode()
    assert [path.name for path in here.rglob("*") if path.is_file()] == ["a.csv"]


def test_when_the_work_breaks_the_old_file_stays_and_nothing_else(here):
    Path("a.json").write_text("old")

    def pieces():
        yield "half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(Path("a.json"), pieces())
    assert Path("a.json").read_text() == "old"
    assert [path.name for path in here.iterdir()] == ["a.json"]


def test_when_the_disk_refuses_one_line_says_so(here):
    Path("file").write_text("x")
    with pytest.raises(ResodocError, match=r"file/a\.json"):
        write_whole(Path("file/a.json"), ["x"])


def test_others_may_read_what_was_written(here):
    """A temporary file is made for its owner alone; the output must not stay so."""
    Path("usual").write_text("x")
    write_whole(Path("a.json"), ["x"])
    assert Path("a.json").stat().st_mode == Path("usual").stat().st_mode


def test_the_longest_name_that_the_disk_allows(here):
    name = "я" * 124 + ".json"
    write_whole(Path(name), ["x"])
    assert Path(name).read_text() == "x"
