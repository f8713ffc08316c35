"""Each report in its published form, with what a document may put into it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from xml.etree import ElementTree as xml

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resodoc.checks import table
from resodoc.messages import choose
from resodoc.model import Span
from resodoc.reports import FORMATS, Entry, Report
from resodoc.rulepack import bundled
from tests import schemas

TABLE = table(bundled())

PLAIN = Entry(
    path="проекты/решение 1.txt",
    check="deadline-blank",
    level="error",
    message="Место для срока не заполнено",
    suggestion="Впишите день",
    page=None,
    line=12,
    column=1,
    stop_line=12,
    stop_column=12,
    start=300,
    end=311,
    text="Срок: _____",
    decision="3.1",
    quote="Срок: _____ Ответственный: Орлов П.П.",
    mark=Span(0, 11),
    fingerprint="0123456789abcdef-0",
)
HOSTILE = replace(
    PLAIN,
    level="warning",
    page=2,
    line=14,
    stop_line=15,
    message="<script>alert('x')</script> | @all #1 `a` [b](c) 100% \x1b[31m\x00",
    text="::error::x\n| a | b |",
    quote="\x1b]0;title\x07" + "ы" * 400,
    mark=Span(50, 60),
    fingerprint="fedcba9876543210-0",
)
REMARK = replace(PLAIN, check="term-unused", level="info", line=20, fingerprint="1111111111111111-0")
REPORT = Report((PLAIN, HOSTILE, REMARK), TABLE, ("проекты/решение 1.txt", "чистый.docx"))


def rendered(name: str, *entries: Entry) -> str:
    return FORMATS[name](replace(REPORT, entries=entries))


@pytest.mark.parametrize("name", FORMATS)
def test_every_report_ends_its_last_line_and_holds_no_terminal_command(name):
    text = FORMATS[name](REPORT)
    assert text.endswith("\n")
    assert "\x1b" not in text and "\x00" not in text


@pytest.mark.parametrize("name", FORMATS)
def test_every_report_can_be_empty(name):
    text = FORMATS[name](Report((), TABLE, ("чистый.docx",)))
    if name == "sarif":
        schemas.validate(json.loads(text), schemas.SARIF)
    else:
        assert "deadline-blank" not in text


def test_console_quotes_the_line_and_marks_the_words():
    lines = rendered("console", PLAIN).splitlines()
    assert lines[0].startswith("проекты/решение 1.txt:12:1 ") and "deadline-blank" in lines[0]
    assert lines[1] == " 12 | Срок: _____ Ответственный: Орлов П.П."
    assert lines[2] == "    | ^^^^^^^^^^^"
    assert lines[3] == "    = Впишите день"


def test_console_shows_a_window_of_a_long_line():
    shown = rendered("console", HOSTILE).splitlines()
    assert len(shown[1]) < 120 and "…" in shown[1]
    marked = shown[2].index("^")
    assert shown[1][marked] == HOSTILE.quote[HOSTILE.mark.start]
    assert shown[2].count("^") == len(HOSTILE.mark)


def test_console_is_coloured_only_when_asked():
    assert "\x1b[31m" in FORMATS["console"](replace(REPORT, color=True))


def test_concise_is_a_line_a_finding():
    lines = FORMATS["concise"](REPORT).splitlines()
    assert lines[0] == "проекты/решение 1.txt:12:1: error deadline-blank Место для срока не заполнено"
    assert len(lines) == len(REPORT.entries)


def test_concise_speaks_one_language():
    choose("ru")
    try:
        assert rendered("concise", PLAIN).split(" ")[2] == "ошибка"
    finally:
        choose(None)


def test_json_and_json_lines_have_the_published_keys():
    wanted = {
        "path",
        "check",
        "level",
        "message",
        "suggestion",
        "line",
        "column",
        "start",
        "end",
        "text",
        "decision",
    }
    objects = json.loads(FORMATS["json"](REPORT))
    assert [wanted - set(one) for one in objects] == [set()] * 3
    assert objects == [json.loads(line) for line in FORMATS["jsonl"](REPORT).splitlines()]
    assert objects[0]["text"] == "Срок: _____" and (objects[0]["start"], objects[0]["end"]) == (300, 311)


def test_sarif_keeps_to_its_schema():
    log = json.loads(FORMATS["sarif"](REPORT))
    schemas.validate(log, schemas.SARIF)
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
    assert all(rule["help"]["text"] and rule["help"]["markdown"] for rule in rules)
    assert [r["level"] for r in run["results"]] == ["error", "warning", "note"]
    assert run["results"][0]["partialFingerprints"] == {"resodoc/v1": PLAIN.fingerprint}
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[\x21-\x7e]+", uri) and uri.endswith("%201.txt")


def test_the_schema_is_not_one_that_takes_everything():
    log = json.loads(FORMATS["sarif"](REPORT))
    log["runs"][0]["results"][0]["level"] = "fatal"
    with pytest.raises(jsonschema.ValidationError, match="fatal"):
        schemas.validate(log, schemas.SARIF)


def test_junit_counts_what_fails():
    root = xml.fromstring(FORMATS["junit"](REPORT))
    suites = root.findall("testsuite")
    assert [suite.get("name") for suite in suites] == list(REPORT.paths)
    assert (suites[0].get("tests"), suites[0].get("failures")) == ("3", "1")
    assert len(suites[0].findall("testcase/failure")) == 1
    assert suites[0].find("testcase/failure").get("message") == PLAIN.message
    assert (suites[1].get("tests"), suites[1].get("failures")) == ("1", "0")
    strict = xml.fromstring(FORMATS["junit"](replace(REPORT, fails=frozenset({"error", "warning", "info"}))))
    assert strict.find("testsuite").get("failures") == "3"


def test_github_escapes_data_and_properties():
    lines = FORMATS["github"](
        replace(REPORT, entries=(replace(PLAIN, path="a,b:c.txt", message="50%\nx"), HOSTILE))
    ).splitlines()
    assert lines[0] == (
        "::error file=a%2Cb%3Ac.txt,line=12,col=1,endColumn=12,title=deadline-blank::50%25%0Ax. Впишите день"
    )
    assert lines[1].startswith("::warning file=проекты/решение 1.txt,line=14,title=")
    assert len(lines) == 2


def test_gitlab_has_the_keys_that_code_quality_reads():
    issues = json.loads(FORMATS["gitlab"](REPORT))
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert isinstance(issue["location"]["lines"]["begin"], int) and issue["location"]["path"]
    assert len({issue["fingerprint"] for issue in issues}) == 3


def test_markdown_lets_nothing_through():
    text = FORMATS["markdown"](REPORT)
    row = next(line for line in text.splitlines() if "script" in line)
    assert "<script" not in text and "@all" not in text and not re.search(r"(?<!\\)\]\(c\)", text)
    assert len(re.findall(r"(?<!\\)\|", row)) == 5


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("the owner's post: draft.txt (п. 1.2) – 50%!", "the owner's post: draft.txt (п. 1.2) – 50%!"),
        ("Срок: ____ до *1* мая", r"Срок: \_\_\_\_ до \*1\* мая"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("[a](https://x.ru) www.x.ru", r"\[a\](https\://x.ru) www\.x.ru"),
        ("@all, ivan@x.ru", "@\u2060all, ivan@x.ru"),
        ("a | `b` \\", r"a \| \`b\` \\"),
    ],
)
def test_markdown_escapes_what_is_markup_and_once(words, escaped):
    row = rendered("markdown", replace(PLAIN, suggestion=words)).splitlines()[-1]
    assert row.endswith(f"| {escaped} |")


def test_markdown_stays_within_a_comment():
    many = tuple(replace(PLAIN, line=n) for n in range(1, 5000))
    assert len(rendered("markdown", *many)) < 65_536


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_breaks_a_machine_format(message, words):
    entry = replace(PLAIN, message=message, text=words, quote=words, mark=Span(0, len(words)))
    report = Report((entry,), TABLE, (PLAIN.path,))
    assert json.loads(FORMATS["json"](report))[0]["message"] == message
    assert json.loads(FORMATS["gitlab"](report))
    schemas.validate(json.loads(FORMATS["sarif"](report)), schemas.SARIF)
    assert len(FORMATS["jsonl"](report).split("\n")) == 2
    xml.fromstring(FORMATS["junit"](report))
    assert FORMATS["github"](report).count("\n") == 1
    assert len(FORMATS["concise"](report).splitlines()) == 1
