"""`resodoc validate` as a user runs it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from resodoc import checks
from resodoc.checks import deadline_blank
from resodoc.cli.validate import FORMATS, LEVELS
from resodoc.reports import FORMATS as RENDERED

BLANKS = ["deadline-blank", "owner-blank"]


def found(run, level: str | None = None) -> list[str]:
    return [row["check"] for row in json.loads(run.out) if level in (None, row["level"])]


def test_the_help_names_what_there_is():
    assert set(FORMATS) == set(RENDERED)
    assert set(LEVELS) == set(checks.LEVELS)


def test_faults_are_found_at_their_places(resodoc):
    run = resodoc("validate", "bad.txt", "-f", "json", "--select", "deadline-blank,owner-blank")
    assert run.code == 1
    rows = json.loads(run.out)
    assert [(row["check"], row["line"], row["column"], row["decision"]) for row in rows] == [
        ("deadline-blank", 6, 1, "1"),
        ("owner-blank", 6, 13, "1"),
    ]
    assert [row["text"] for row in rows] == ["Срок: _____", "Ответственный: _____"]


def test_exit_codes(resodoc, here):
    assert resodoc("validate", "good.txt").code == 0
    assert resodoc("validate", "bad.txt").code == 1
    assert resodoc("validate", "bad.txt", "missing.txt").code == 2
    assert resodoc("validate").code == 2
    warned = (here / "good.txt").read_text("utf-8").replace("краску", "краску)")
    (here / "warned.txt").write_text(warned, "utf-8")
    assert resodoc("validate", "warned.txt").code == 0
    assert resodoc("validate", "warned.txt", "--fail-on", "warning").code == 1


def test_what_could_not_be_read_is_not_reported_as_clean(resodoc):
    run = resodoc("validate", "good.txt", "missing.txt", "-f", "junit")
    assert run.code == 2
    suites = {suite.get("name"): suite for suite in ElementTree.fromstring(run.out)}
    assert [suites[name].get("errors") for name in ("good.txt", "missing.txt")] == ["0", "1"]
    assert "no such file" in suites["missing.txt"].find("testcase/error").get("message")


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        (["missing.txt"], "documents checked: 0; could not be checked: 1\n"),
        (["empty"], "documents checked: 0; could not be checked: 1\n"),
        (["good.txt", "missing.txt"], "documents checked: 1; could not be checked: 1\n"),
    ],
)
def test_the_summary_counts_what_could_not_be_checked(resodoc, here, paths, said):
    (here / "empty").mkdir()
    assert resodoc("validate", *paths).out.rpartition("\n\n")[2] == said


def test_a_crash_inside_a_check_is_told_by_its_name(resodoc, monkeypatch):
    def broken(resolution, settings):
        raise ZeroDivisionError("deep inside")
        yield

    monkeypatch.setattr(deadline_blank, "check", broken)
    run = resodoc("validate", "bad.txt", "good.txt", "-f", "json")
    assert run.code == 2
    assert run.err.count("deadline-blank") == 2 * run.err.splitlines()[0].count("deadline-blank")
    assert "ZeroDivisionError" in run.err


def test_an_unknown_check_is_told_once_with_the_nearest(resodoc):
    run = resodoc("validate", "bad.txt", "good.txt", "--select", "deadline-blanc")
    assert run.code == 2
    assert run.err.count("deadline-blank") == 1 and run.out == ""


def test_standard_input(resodoc, here):
    run = resodoc(
        "validate", "-", "--stdin-filename", "x.txt", "-f", "json", stdin=(here / "bad.txt").read_bytes()
    )
    assert run.code == 1
    assert {row["path"] for row in json.loads(run.out)} == {"x.txt"}


def test_standard_input_may_differ_from_the_file_that_it_will_be(resodoc, here):
    unsaved = (here / "bad.txt").read_text("utf-8")
    (here / "bad.txt").write_text(unsaved.replace("Срок: _____", "    Срок: _____"), "utf-8")
    arguments = ("validate", "-", "--stdin-filename", "bad.txt", "-f", "json", "--select", "deadline-blank")
    row = json.loads(resodoc(*arguments, stdin=unsaved.encode()).out)[0]
    assert (row["line"], row["column"]) == (6, 1)


def test_findings_come_in_order_of_file_and_place(resodoc):
    rows = json.loads(resodoc("validate", "good.txt", "bad.txt", "-f", "json", "--select", "all").out)
    places = [(row["path"], row["start"]) for row in rows]
    assert places == sorted(places)


def test_list_and_explain(resodoc):
    listed = resodoc("validate", "--list")
    assert listed.code == 0
    assert [line.split()[0] for line in listed.out.splitlines()] == [
        check.id for check in checks.table(checks_rules())
    ]
    page = resodoc("validate", "--explain", "deadline-blank")
    assert page.out.startswith("## deadline-blank") and "[[Срок: _____]]" in page.out
    assert resodoc("validate", "--explain", "nonsense").code == 2


def checks_rules():
    from resodoc.rulepack import bundled

    return bundled()


def test_output_file_and_statistics(resodoc, here):
    run = resodoc("validate", "bad.txt", "-f", "jsonl", "-o", "out/report.jsonl", "--statistics")
    assert run.out == "" and run.code == 1
    assert len((here / "out" / "report.jsonl").read_text("utf-8").splitlines()) >= 2
    assert "1  error    owner-blank" in run.err


def test_the_levels_are_told_in_the_language_of_the_run(resodoc, here):
    (here / "house.toml").write_text('level = {owner-blank = "warning"}\n', "utf-8")
    run = resodoc(
        "validate", "bad.txt", "-f", "junit", "--statistics", "--lang", "ru", "--config", "house.toml"
    )
    assert "1  ошибка          deadline-blank" in run.err
    cases = ElementTree.fromstring(run.out).findall("testsuite/testcase")
    assert {case.find("failure").get("type") for case in cases if case.find("failure") is not None} == {
        "error"
    }
    passed = [case.find("system-out").text for case in cases if case.find("system-out") is not None]
    assert passed and all(words.startswith(("предупреждение: ", "замечание: ")) for words in passed)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("deadlin", ["deadline", "resodoc validate --list"]),
        ("nonesuch", ["resodoc validate --list"]),
    ],
)
def test_an_unknown_name_is_told_with_those_near_it_or_where_all_are(resodoc, name, near):
    for option in ("--explain", "--select"):
        run = resodoc("validate", "bad.txt", option, name)
        said = run.err.partition("look at: ")[2].strip().split(", ")
        assert run.code == 2 and set(near) <= set(said) and len(said) <= 4


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_runs(resodoc, name):
    run = resodoc("validate", "bad.txt", "-f", name)
    assert run.code == 1
    assert "owner-blank" in run.out


def test_configuration_is_found_above_the_document(resodoc, here):
    (here / "resodoc.toml").write_text(
        'ignore = ["owner-blank"]\nlevel = {deadline-blank = "info"}\n', "utf-8"
    )
    run = resodoc("validate", "bad.txt", "-f", "json")
    assert found(run, "info").count("deadline-blank") == 1 and "owner-blank" not in found(run)
    (here / "resodoc.toml").write_text("selct = []\n", "utf-8")
    broken = resodoc("validate", "bad.txt")
    assert broken.code == 2 and "select" in broken.err


def test_a_house_brings_its_own_wording(resodoc, here):
    (here / "pack").mkdir()
    (here / "pack" / "wording.yaml").write_text(
        "rules:\n"
        "  - id: house-colour\n"
        "    why: Краску называют по каталогу.\n"
        "    pattern: краск[уи]\n"
        "    value: {level: error, message: Какую краску?, suggestion: Назовите артикул, in: document}\n"
        "    examples: ['закупить [[краску]]', '[[краски]] нет']\n"
        "    rejects: ['красный флаг']\n",
        "utf-8",
    )
    (here / "resodoc.toml").write_text('rules = ["pack"]\n', "utf-8")
    run = resodoc("validate", "good.txt", "-f", "json", "--select", "house-colour")
    row = json.loads(run.out)[0]
    assert (row["text"], row["suggestion"], row["decision"]) == ("краску", "Назовите артикул", "2")


@pytest.mark.parametrize(
    ("value", "near"),
    [
        ("level: grave", "level"),
        ("level: error, message: m", "suggestion"),
        ("level: error, message: m, sugestion: s", "suggestion"),
        ("level: error, message: m, suggestion: s, in: nowhere", "decision"),
    ],
)
def test_a_wrong_wording_rule_stops_it(resodoc, here, value, near):
    (here / "pack").mkdir()
    (here / "pack" / "wording.yaml").write_text(
        "rules:\n"
        f"  - {{id: x, why: y, pattern: z, value: {{{value}}}, examples: ['[[z]]', '[[z]] z'], rejects: [a]}}\n",
        "utf-8",
    )
    run = resodoc("validate", "good.txt", "--rules", "pack")
    assert run.code == 2 and "wording.yaml:2" in run.err and near in run.err


def test_a_comment_silences_in_place(resodoc, here):
    text = (here / "bad.txt").read_text("utf-8")
    silenced = text.replace("школы.", "школы. <!-- resodoc: ignore deadline-blank, owner-blank -->", 1)
    (here / "silenced.md").write_text(silenced, "utf-8")
    rows = found(resodoc("validate", "silenced.md", "-f", "json"))
    assert not set(rows) & set(BLANKS) and "leftover-markup" not in rows


def test_baseline(resodoc, here):
    written = resodoc("validate", "bad.txt", "--write-baseline", "accepted.json")
    assert written.code == 0
    assert resodoc("validate", "bad.txt", "--baseline", "accepted.json", "-f", "json").out == "[]\n"
    (here / "resodoc.toml").write_text('baseline = "accepted.json"\n', "utf-8")
    assert resodoc("validate", "bad.txt").code == 0
    more = (here / "bad.txt").read_text("utf-8") + "3. Закупить доски для ремонта пола.\nСрок: _____\n"
    (here / "bad.txt").write_text("\n\n" + more, "utf-8")
    assert "deadline-blank" in found(resodoc("validate", "bad.txt", "-f", "json"))
    assert found(resodoc("validate", "bad.txt", "-f", "json")).count("deadline-blank") == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--baseline", "none.json"], "none.json: the baseline file cannot be opened; check the path"),
        (["--baseline", "form.json"], "form.json: not a baseline file; write it anew with --write-baseline"),
        (["--baseline", "good.txt"], "good.txt: not a baseline file"),
        (["--config", "none.toml"], "none.toml: the configuration cannot be read; check the path"),
        (
            ["--owners-register", "none.txt"],
            "none.txt: the register of owners cannot be read; check the path",
        ),
    ],
)
def test_a_wrong_file_is_told_once_and_plainly(resodoc, here, options, said):
    (here / "form.json").write_text('{"findings": []}', "utf-8")
    run = resodoc("validate", "bad.txt", "good.txt", *options)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(said) and len(run.err.splitlines()) == 1
    assert "Errno" not in run.err and "'" not in run.err


def test_a_baseline_is_written_whole_where_the_configuration_names_it_already(resodoc, here):
    (here / "resodoc.toml").write_text('baseline = "accepted.json"\n', "utf-8")
    written = [resodoc("validate", "bad.txt", "--write-baseline", "accepted.json") for _ in range(2)]
    assert written[0] == written[1] and written[0].code == 0
    assert json.loads((here / "accepted.json").read_text("utf-8"))["findings"]


def test_diff_from_shows_what_the_change_brought(resodoc, here):
    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *identity, *arguments], cwd=here, check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "one")
    assert resodoc("validate", "bad.txt", "--diff-from", "HEAD", "-f", "json").out == "[]\n"
    text = (here / "bad.txt").read_text("utf-8")
    (here / "bad.txt").write_text("Черновик\n" + text + "3. Закупить доски для пола.\nСрок: _____\n", "utf-8")
    run = resodoc("validate", "bad.txt", "--diff-from", "HEAD", "-f", "json", "--select", "deadline-blank")
    assert [row["decision"] for row in json.loads(run.out)] == ["3"]
    assert resodoc("validate", "bad.txt", "--diff-from", "nonsense").code == 2


def test_owners_register(resodoc, here):
    (here / "register.txt").write_text("# кто есть\nЗимин Константин Андреевич; завхоз\n", "utf-8")
    options = ("-f", "json", "--select", "owner-unknown")
    run = resodoc("validate", "good.txt", "--owners-register", "register.txt", *options)
    assert [row["text"] for row in json.loads(run.out)] == ["Орлов П.П."]
    assert resodoc("validate", "good.txt", "--owners-register", "none.txt").code == 2


def test_fix_and_diff(resodoc, here):
    text = (
        (here / "good.txt").read_text("utf-8").replace("закупить краску", 'закупить  краску "Белую" ,кисти')
    )
    (here / "good.txt").write_text(text, "utf-8")
    shown = resodoc("validate", "good.txt", "--diff")
    assert (
        shown.code == 0
        and "+2. Поручить Зимину К.А. до 3 июня 2024 г. закупить краску «Белую», кисти" in shown.out
    )
    assert (here / "good.txt").read_text("utf-8") == text
    assert resodoc("validate", "good.txt", "--fix").code == 0
    assert "закупить краску «Белую», кисти" in (here / "good.txt").read_text("utf-8")
    (here / "a.docx").write_bytes(b"PK")
    refused = resodoc("validate", "a.docx", "--diff")
    assert refused.code == 2 and "a.docx" in refused.err


def test_columns_count_in_the_files_own_line(resodoc, here):
    text = Path("bad.txt").read_text("utf-8").replace("Срок: _____", "   **Срок:**  _____")
    (here / "marked.md").write_text(text, "utf-8")
    rows = json.loads(resodoc("validate", "marked.md", "-f", "json", "--select", "deadline-blank").out)
    line = text.splitlines()[rows[0]["line"] - 1]
    assert line[rows[0]["column"] - 1 :].startswith("Срок")


def test_the_handbook_is_current(resodoc):
    handbook = Path(__file__).resolve().parents[2] / "docs" / "checks.md"
    written = resodoc("validate", "--list", "-f", "markdown", "--lang", "en").out
    assert handbook.read_text("utf-8") == written


@pytest.mark.parametrize(
    "text",
    [
        "Иванову И.И. подготовить отчёт до 1 мая.\n",
        "Уважаемый Иван Иванович!\n\nСообщаем:\n1) отчёт будет к 1 мая 2024 г.;\n2) смета у бухгалтера.\n",
        "Список задач\n- Иванов: отчёт к 1 мая\n- Петров: смета к 3 мая\n",
    ],
    ids=["instruction", "letter", "tasks"],
)
def test_a_document_without_decisions_is_not_called_clean(resodoc, here, text):
    (here / "plain.txt").write_text(text, "utf-8")
    run = resodoc("validate", "plain.txt")
    assert "no-decisions: No decision was found" in run.out and "nothing to mend" not in run.out
    assert resodoc("validate", "plain.txt", "--fail-on", "warning").code == 1
