"""`resodoc parse`: what goes where, and what becomes of what fails."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from resodoc.cli.parse import FORMATS
from resodoc.model import Diagnostic
from resodoc.writers import WRITERS


def ids(document: dict) -> list[str]:
    return [decision["id"] for decision in document["decisions"]]


def test_the_formats_are_the_writers():
    assert tuple(WRITERS) == FORMATS


# ── standard output ──────────────────────────────────────────────────────────────────────────────────


def test_piped_without_a_format_it_is_yaml(resodoc):
    run = resodoc("parse", "in/a.txt")
    assert run.code == 0
    assert ids(yaml.safe_load(run.out)) == ["1", "2"]
    assert run.err == ""


def test_one_document_is_an_object_and_several_are_a_list(resodoc):
    assert json.loads(resodoc("parse", "in/a.txt", "-f", "json").out)["source"]["path"] == "in/a.txt"
    several = json.loads(resodoc("parse", "in", "-f", "json").out)
    assert [document["source"]["path"] for document in several] == ["in/a.txt", "in/deep/b.txt"]
    lines = resodoc("parse", "in", "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["source"]["path"] for line in lines] == ["in/a.txt", "in/deep/b.txt"]


def test_several_stay_a_list_when_only_one_can_be_read(resodoc):
    run = resodoc("parse", "in/a.txt", "in/missing.txt", "-f", "json")
    assert run.code == 2
    assert len(json.loads(run.out)) == 1


def test_csv(resodoc):
    text = resodoc("parse", "in", "-f", "csv", "--delimiter", r"\t", "--no-bom").out
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter="\t"))
    assert [(row["file"], row["id"]) for row in rows] == [
        ("in/a.txt", "1"),
        ("in/a.txt", "2"),
        ("in/deep/b.txt", "1"),
    ]
    assert resodoc("parse", "in", "-f", "csv").out.startswith("\ufefffile;")


def test_standard_input_under_its_name(resodoc):
    run = resodoc(
        "parse",
        "-",
        "--stdin-filename",
        "почта/письмо.txt",
        "-f",
        "json",
        stdin="Утвердить.".encode("cp1251"),
    )
    document = json.loads(run.out)
    assert document["source"]["path"] == "почта/письмо.txt"
    assert document["decisions"][0]["text"] == "Утвердить."


@pytest.mark.parametrize(
    ("options", "written"),
    [([], "stdin.json"), (["--stdin-filename", "почта/письмо.txt"], "письмо.txt.json")],
)
def test_standard_input_has_a_name_in_the_folder(resodoc, options, written):
    run = resodoc("parse", "-", *options, "-f", "json", "-o", "out", stdin="Утвердить.".encode())
    assert run.code == 0
    assert [path.name for path in Path("out").iterdir()] == [written]


def test_the_day_is_an_argument(resodoc):
    run = resodoc("parse", "in/a.txt", "--today", "2024-03-15", "-f", "json")
    assert json.loads(run.out)["number"] == "2024-03-15"
    assert json.loads(resodoc("parse", "in/a.txt", "-f", "json").out)["number"] is None


def test_the_same_input_gives_the_same_bytes(resodoc):
    assert resodoc("parse", "in").out == resodoc("parse", "in").out


# ── files ────────────────────────────────────────────────────────────────────────────────────────────


def test_a_path_with_a_suffix_is_one_file_for_all(resodoc):
    run = resodoc("parse", "in", "-o", "out/all.json")
    assert (run.code, run.out) == (0, "")
    assert len(json.loads(Path("out/all.json").read_text("utf-8"))) == 2


def test_any_other_path_is_a_folder_with_a_file_each(resodoc):
    run = resodoc("parse", "in", "-f", "json", "-o", "out")
    assert (run.code, run.out) == (0, "")
    written = sorted(path.relative_to("out").as_posix() for path in Path("out").rglob("*.*"))
    assert written == ["a.txt.json", "deep/b.txt.json"]
    assert ids(json.loads(Path("out/a.txt.json").read_text("utf-8"))) == ["1", "2"]


def test_files_of_one_name_do_not_meet(resodoc):
    Path("in/deep/a.txt").write_text("Утвердить.", "utf-8")
    assert resodoc("parse", "in/a.txt", "in/deep/a.txt", "-o", "out").code == 0
    assert ids(yaml.safe_load(Path("out/a.txt.yaml").read_text("utf-8"))) == ["1", "2"]
    assert ids(yaml.safe_load(Path("out/deep/a.txt.yaml").read_text("utf-8"))) == ["1"]


def test_nothing_read_nothing_written(resodoc):
    Path("all.json").write_text("old")
    assert resodoc("parse", "missing.txt", "-o", "all.json").code == 2
    assert Path("all.json").read_text() == "old"


def test_an_output_that_cannot_be_written_is_told_and_the_others_are(resodoc):
    Path("out").mkdir()
    Path("out/deep").write_text("a file where a folder is needed")
    run = resodoc("parse", "in", "-f", "json", "-o", "out")
    assert run.code == 2
    assert "b.txt.json" in run.err and "documents: 1, failed: 1" in run.err
    assert Path("out/a.txt.json").exists()


# ── what fails ───────────────────────────────────────────────────────────────────────────────────────


def test_one_bad_file_never_stops_the_others(resodoc):
    Path("in/aa.docx").write_bytes(b"PK\x03\x04 not a document")
    Path("in/ab.txt").write_text("сломайся", "utf-8")
    run = resodoc("parse", "in", "missing.pdf", "-f", "jsonl")
    assert run.code == 2
    assert len(run.out.splitlines()) == 2
    lines = run.err.splitlines()
    assert [line.split(":")[0] for line in lines] == ["in/aa.docx", "in/ab.txt", "missing.pdf", "documents"]
    assert "ZeroDivisionError: deep inside" in lines[1]
    assert lines[-1] == "documents: 2, failed: 3"
    assert "Traceback" not in run.err


def test_what_was_read_of_a_document_is_written_and_the_rest_is_told(resodoc, monkeypatch):
    from resodoc.corpus import run as corpus

    read = corpus.read_document
    notes = (Diagnostic("ocr-pages-missed", "error", (("pages", "2-3"),)),)
    monkeypatch.setattr(corpus, "read_document", lambda *given: replace(read(*given), notes=notes))
    run = resodoc("parse", "in/a.txt", "-f", "jsonl", "-v")
    assert (run.code, len(run.out.splitlines())) == (2, 1)
    assert run.err.startswith("in/a.txt: read in part: pages 2-3 were not read")
    assert run.err.count("apt install") == 1


def test_where_the_program_itself_broke_is_shown_only_when_wanted(resodoc):
    Path("in/ab.txt").write_text("сломайся", "utf-8")
    assert "Traceback" in resodoc("parse", "in", "-v").err


def test_quiet_is_errors_only(resodoc):
    assert resodoc("parse", "in").err == "documents: 2, failed: 0\n"
    assert resodoc("parse", "in", "-q").err == ""
    assert len(resodoc("parse", "in", "missing.txt", "-q").err.splitlines()) == 1


def test_what_a_reader_should_know_is_told_when_wanted(resodoc, monkeypatch):
    extract = sys.modules["resodoc.pipeline"].extract
    notes = (Diagnostic("no-decisions", "warning"), Diagnostic("deadline-blank", "warning", decision="2"))
    monkeypatch.setattr(
        sys.modules["resodoc.pipeline"], "extract", lambda *given: replace(extract(*given), diagnostics=notes)
    )
    told = resodoc("parse", "in/a.txt", "-v")
    assert told.err.splitlines()[0].startswith("in/a.txt: no decision was found")
    assert told.err.splitlines()[1] == "in/a.txt: 2: the place for the deadline is empty"
    assert resodoc("parse", "in/a.txt").err == "" and resodoc("parse", "in/a.txt").out == told.out


def test_a_file_name_cannot_command_the_terminal(resodoc):
    assert "\x1b" not in resodoc("parse", "in/\x1b[2Jevil.txt").err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["parse"], "PATH is missing"),
        (
            ["parse", "in", "-f", "xml"],
            "--format: “xml” is not a choice; take one of: yaml, json, jsonl, csv",
        ),
        (["parse", "in", "--frmat", "csv"], "there is no option --frmat; perhaps you meant: --format"),
        (["parse", "in", "-f"], "option -f is given wrongly"),
        (["parse", "in", "--today", "завтра"], "write it as 2024-12-31"),
        (["parse", "in", "--delimiter", "ab"], "one character is needed"),
        (["parse", "in", "--ocr", "sometimes"], "auto, always, never"),
        (["parse", "in", "--rules", "nowhere"], "check the path after --rules"),
        (["parse", "in", "-o", "out.docx"], "add -f (yaml, json, jsonl, csv)"),
        (["parse", "in", "--lang", "de"], "take one of: ru, en"),
        (["parse", "in/a.txt", "-f", "json", "-o", "in/a.txt"], "give -o another name"),
        (["prase", "in"], "there is no command prase; perhaps you meant: parse; for help: resodoc --help"),
        (["xyz"], "there is no command xyz; perhaps you meant: parse, validate, "),
        (["rules", "shwo"], "there is no command shwo; perhaps you meant: show"),
        (["score", "in"], "--gold DIR is missing"),
        (["rules"], "a command is needed, one of: list, test, show"),
        (["schema", "in", "out"], "too many arguments: in out; for help: resodoc schema --help"),
    ],
)
def test_a_wrong_command_line_is_told_in_one_line(resodoc, arguments, said):
    run = resodoc(*arguments)
    assert run.code == 2
    assert said in run.err
    assert run.out == "" and len(run.err.splitlines()) == 1


def test_a_broken_rule_pack_stops_with_its_place(resodoc):
    Path("rules").mkdir()
    Path("rules/owners.yaml").write_text("rules:\n  - id: one\n    wy: x\n", "utf-8")
    run = resodoc("parse", "in", "--rules", "rules")
    assert (run.code, run.out) == (2, "")
    assert "rules/owners.yaml:3" in run.err and "why" in run.err


def test_progress_is_shown_on_a_terminal_and_keeps_out_of_the_data(resodoc, monkeypatch):
    terminal = io.StringIO()
    terminal.isatty = lambda: True
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", terminal)
    run = resodoc("parse", "in", "-f", "json")
    assert len(json.loads(run.out)) == 2
    assert "100%" in terminal.getvalue()
    terminal.truncate(0)
    assert resodoc("parse", "in", "-f", "json", "-q").code == 0
    assert terminal.getvalue() == ""


# ── a terminal, a pipe, a key pressed ────────────────────────────────────────────────────────────────


def test_on_a_terminal_it_is_for_reading(resodoc, monkeypatch, capsys):
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda self: True)
    run = resodoc("parse", "in/a.txt")
    assert "Утвердить план." in run.out and "├──" in run.out
    assert json.loads(resodoc("parse", "in/a.txt", "-f", "json").out)


def outside(stdout: object) -> subprocess.Popen:
    """The program in a process of its own, with more to say than a pipe holds."""
    script = "from resodoc.cli.report import emit; from resodoc.cli import main, schema; "
    script += (
        "schema.schema.__globals__['emit'] = lambda pieces: emit(list(pieces) * 99); raise SystemExit(main())"
    )
    return subprocess.Popen(
        [sys.executable, "-c", script, "schema"], stdout=stdout, stderr=subprocess.PIPE, env=os.environ
    )


def test_a_reader_that_hangs_up_is_no_failure():
    with outside(subprocess.PIPE) as process:
        process.stdout.read(1)
        process.stdout.close()
        assert (process.wait(), process.stderr.read()) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk at hand")
def test_a_full_disk_is_told():
    with open("/dev/full", "wb") as full, outside(full) as process:
        told = process.stderr.read()
    assert process.returncode == 2
    assert told.startswith(b"stdout:") and len(told.splitlines()) == 1


def test_an_interruption_ends_at_once(resodoc, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules["resodoc.pipeline"], "extract", interrupted)
    run = resodoc("parse", "in", "-o", "all.json")
    assert (run.code, run.out, run.err) == (130, "", "")
    assert not Path("all.json").exists()
