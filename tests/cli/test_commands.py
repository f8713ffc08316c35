"""The other commands, the help, and the two languages."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from resodoc import __version__
from resodoc.cli import COMMANDS, main
from resodoc.messages import LANGUAGES, catalogue
from resodoc.ruletext import BUILT_IN

COMMAND_LINES = [
    [],
    ["parse"],
    ["explain"],
    ["score"],
    ["rules"],
    ["rules", "list"],
    ["rules", "test"],
    ["rules", "show"],
    ["schema"],
]


@pytest.mark.parametrize("command", COMMAND_LINES, ids=" ".join)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_command_has_its_help_in_both_languages(resodoc, command, lang):
    run = resodoc(*command, "--help", "--lang", lang)
    assert (run.code, run.err) == (0, "")
    words = catalogue()["-".join(["help", *command])][lang]
    assert words.split()[0] in run.out
    assert bool(re.search("[а-я]{4}", run.out)) == (lang == "ru")


def test_the_help_keeps_to_its_language(resodoc):
    shown = resodoc("score", "--help", "--lang", "ru").out
    assert shown.split()[:4] == ["Вызов:", "resodoc", "score", "[параметры]"]
    assert shown.count("[обязательно]") == 2
    for english in ("required", "bool", "list[", "Usage", "OPTIONS"):
        assert english not in shown
    assert "[required]" in resodoc("score", "--help").out


def test_the_help_leads_to_every_command(resodoc):
    shown = resodoc("--help").out
    assert resodoc().out == shown == resodoc("-h").out
    for module in COMMANDS:
        assert module.__name__.rpartition(".")[2] in shown


def test_the_language_is_the_locale_s_unless_given(resodoc, monkeypatch):
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    assert "нет такого файла" in resodoc("parse", "missing.txt").err
    assert "no such file" in resodoc("parse", "missing.txt", "--lang", "en").err
    assert "no such file" in resodoc("parse", "missing.txt", "--lang=en").err


def test_version(resodoc):
    assert resodoc("--version").out == f"resodoc {__version__}\n"


@pytest.mark.parametrize(
    ("typed", "position", "offered"),
    [
        ("resodoc pa", 1, "parse"),
        ("resodoc parse --form", 2, "--format"),
        ("resodoc parse -f js", 3, "jsonl"),
        ("resodoc validate --explain dead", 3, "deadline-blank"),
        ("resodoc validate --select vote,dead", 3, "vote,deadline"),
        ("resodoc rules show owner.b", 3, "owner.body"),
    ],
)
def test_the_shell_completes(monkeypatch, typed, position, offered):
    completed = subprocess.run(
        [sys.executable, "-c", "import sys; from resodoc.cli import main; sys.exit(main())"],
        env={"_RESODOC_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(position)},
        capture_output=True,
        text=True,
    )
    assert offered in completed.stdout.split()


# ── schema, explain, score ───────────────────────────────────────────────────────────────────────────


def test_schema_is_the_one_that_outputs_obey(resodoc):
    schema = json.loads(resodoc("schema").out)
    jsonschema.validate(json.loads(resodoc("parse", "in/a.txt", "-f", "json").out), schema)


def test_explain_shows_each_block_and_the_rule_of_each_field(resodoc):
    run = resodoc("explain", "in/a.txt")
    assert run.code == 0
    assert "kind: order  «У»  ← document.order (built in)" in run.out
    assert "[item]\n  Утвердить план.\n  => decision 1\n" in run.out
    assert "act: name=approve verb=утвердить  «Утвердить план.»  ← acts.approve (built in)" in run.out


def test_explain_of_what_cannot_be_read(resodoc):
    run = resodoc("explain", "missing.txt")
    assert (run.code, run.out) == (2, "")


ANSWER = """\
source: a.txt
document: {kind: order}
decisions:
  - {id: "1", begins: Утвердить план, ends: план, act: approve}
  - {id: "2", begins: Утвердить смету, ends: смету, act: instruct}
"""


def test_score_gives_the_figures(resodoc):
    Path("gold").mkdir()
    Path("gold/a.yaml").write_text(ANSWER, "utf-8")
    run = resodoc("score", "--gold", "gold", "in/a.txt", "--misses")
    assert run.code == 0
    assert "  2 acts: approve, wanted instruct\n" in run.out
    assert run.out.splitlines()[-1] == "mean 0.900"
    data = json.loads(resodoc("score", "--gold", "gold", "in", "-f", "json").out)
    assert (data["mean"], data["figures"]["acts"], data["figures"]["items"]) == (0.9, 0.5, 1.0)


def test_an_answer_without_its_document_is_told(resodoc):
    Path("gold").mkdir()
    Path("gold/a.yaml").write_text(ANSWER, "utf-8")
    run = resodoc("score", "--gold", "gold", "in/deep/b.txt")
    assert run.code == 2
    assert "a.txt: there is an answer but no document" in run.err
    assert "mean 0.000" in run.out


# ── rules ────────────────────────────────────────────────────────────────────────────────────────────

PACK = """\
terms: {{body: комитету|управлению}}
rules:
  - id: owners.mine
    why: A house rule.
    pattern: (?P<name>$body)
    value: {{role: executor}}
    examples:
      - Поручить [[комитету]].
      - {second}
    rejects:
      - Комитет решил.
"""


@pytest.fixture
def pack(monkeypatch):
    """A folder of rules of one's own, with a finder as simple as its pattern."""
    from resodoc import rulecheck
    from resodoc.match import match
    from resodoc.model import Found

    def find(passage, rules):
        return tuple(Found(m.span, dict(m.rule.value), m.rule.id) for m in match(rules.of("owners"), passage))

    monkeypatch.setattr(rulecheck, "finder", lambda kind: find)

    def write(second: str) -> str:
        Path("mine").mkdir()
        Path("mine/owners.yaml").write_text(PACK.format(second=second), "utf-8")
        return "mine"

    return write


def test_rules_list(resodoc, pack):
    run = resodoc("rules", "list", "--rules", pack("Поручить [[управлению]]."))
    assert run.out == "owners.mine  owners.yaml:3  A house rule.\n"


def test_rules_show(resodoc, pack):
    run = resodoc("rules", "show", "owners.mine", "--rules", pack("Поручить [[управлению]]."))
    assert "pattern: (?P<name>(?:комитету|управлению))\n" in run.out
    assert "value: role=executor\n" in run.out
    assert "  - Поручить [[управлению]].\n" in run.out


def test_rules_show_knows_what_was_meant(resodoc, pack):
    run = resodoc("rules", "show", "owner.mine", "--rules", pack("Поручить [[управлению]]."))
    assert (run.code, run.err) == (2, "there is no rule “owner.mine”; look at: owners.mine\n")


@pytest.mark.parametrize("rule_id", sorted(BUILT_IN))
def test_rules_show_tells_what_is_built_in(resodoc, rule_id):
    run = resodoc("rules", "show", rule_id)
    assert run.code == 2 and run.err.startswith(f"{rule_id}: built into the program")


def test_rules_test_passes(resodoc, pack):
    run = resodoc("rules", "test", pack("Поручить [[управлению]]."))
    assert (run.code, run.out, run.err) == (0, "", "rules: 1, failures in their examples: 0\n")


def test_rules_test_names_what_fails(resodoc, pack):
    run = resodoc("rules", "test", pack("Поручить [[отделу]]."))
    assert run.code == 1
    assert run.out.startswith("owners.yaml:3: owners.mine: what is marked in the example “Поручить отделу.”")


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="needs the signals of POSIX")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_told_to_end_it_leaves_in_order(name):
    number = getattr(signal, name)
    before = {n: signal.getsignal(getattr(signal, n)) for n in ("SIGTERM", "SIGHUP")}
    try:
        main(["--version"])
        with pytest.raises(SystemExit) as stopped:
            signal.raise_signal(number)
        assert stopped.value.code == 128 + number
    finally:
        for n, handler in before.items():
            signal.signal(getattr(signal, n), handler)
