"""The configuration: found upwards, read strictly, chosen by path."""

from __future__ import annotations

from pathlib import Path

import pytest

from resodoc import config
from resodoc.checks import table
from resodoc.checks.settings import REQUIRED
from resodoc.config import Choice, Config, chosen, find, ids, load
from resodoc.errors import UsageError
from resodoc.rulepack import bundled

TABLE = table(bundled())
DEFAULT = {check.id for check in TABLE if check.on}

FULL = """
select = ["default", "spelling"]
ignore = ["item-long"]
rules = ["мои правила"]
owners-register = "люди.txt"
baseline = "принято.json"
fail-on = "warning"
abbreviations = ["ЕМСЭД"]
[level]
deadline = "error"
[limits]
words = 90
[required]
order = ["date", "controller"]
[per-path."черновики/*"]
ignore = ["part-missing"]
level = {owner-missing = "info"}
"""


def test_every_key_is_read(tmp_path):
    file = tmp_path / "resodoc.toml"
    file.write_text(FULL, "utf-8")
    found = load(file)
    assert found.rules == (tmp_path / "мои правила",)
    assert found.owners_register == tmp_path / "люди.txt" and found.baseline == tmp_path / "принято.json"
    assert (found.fail_on, found.limits.words, found.limits.tasks) == ("warning", 90, 1)
    assert found.abbreviations == {"ЕМСЭД"}
    assert (
        found.required["order"] == ("date", "controller") and found.required["minutes"] == REQUIRED["minutes"]
    )

    usual = chosen(found, tmp_path / "a.docx", TABLE)
    assert set(usual.select) == (DEFAULT | {"spelling"}) - {"item-long"}
    assert usual.level["deadline-blank"] == usual.level["deadline-vague"] == "error"
    draft = chosen(found, tmp_path / "черновики" / "новые" / "b.docx", TABLE)
    assert set(usual.select) - set(draft.select) == {"part-missing"}
    assert draft.level["owner-missing"] == "info" and "owner-missing" not in usual.level


def test_the_nearest_file_above_counts(tmp_path):
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[tool.resodoc]\nfail-on = "info"\n', "utf-8")
    (tmp_path / "a" / "pyproject.toml").write_text('[project]\nname = "x"\n', "utf-8")
    assert find(deep).fail_on == "info"
    (tmp_path / "a" / "resodoc.toml").write_text('fail-on = "warning"\n', "utf-8")
    assert find(deep).fail_on == "warning"


@pytest.mark.parametrize(
    ("text", "code", "near"),
    [
        ('selct = ["all"]', "config-unknown-key", "select"),
        ("[limits]\nword = 3", "config-unknown-key", "words"),
        ("[per-path.'a/*']\nignor = []", "config-unknown-key", "ignore"),
        ('fail-on = "warn"', "config-bad-value", "warning"),
        ('[required]\norder = ["signatur"]', "config-bad-value", "signature"),
        ("[required]\nminuts = []", "config-unknown-key", "minutes"),
        ('select = "all"', "config-wrong-type", None),
        ("[limits]\nwords = true", "config-wrong-type", None),
        ("level = 3", "config-wrong-type", None),
        ("per-path = 3", "config-wrong-type", None),
        ("select = [", "config-not-toml", None),
    ],
)
def test_what_is_wrong_stops_it(tmp_path, text, code, near):
    file = tmp_path / "resodoc.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(UsageError) as caught:
        load(file)
    assert caught.value.code == code
    assert near is None or caught.value.values["near"] == near
    assert str(file) in str(caught.value)


def test_names_are_ids_families_or_groups():
    assert ids(["deadline-blank"], TABLE) == ("deadline-blank",)
    assert set(ids(["numbering"], TABLE)) == {c.id for c in TABLE if c.id.startswith("numbering-")}
    assert set(ids(["default"], TABLE)) == DEFAULT
    assert set(ids(["all"], TABLE)) == {c.id for c in TABLE}
    with pytest.raises(UsageError) as caught:
        ids(["deadline-blanc"], TABLE)
    assert caught.value.values["near"].startswith("deadline-blank, ")


def test_the_command_line_goes_before_the_file():
    base = Config(choice=Choice(select=("spelling",), ignore=("leftover",)))
    assert chosen(base, None, TABLE).select == ("spelling",)
    assert chosen(base, None, TABLE, Choice(select=("leftover", "owner-blank"))).select == ("owner-blank",)


def test_a_wrong_name_is_told_where_no_document_is_meant(tmp_path):
    file = tmp_path / "resodoc.toml"
    file.write_text("[per-path.'archive/*']\nignore = ['deadline-blanc']\n", "utf-8")
    with pytest.raises(UsageError) as caught:
        chosen(load(file), tmp_path / "a.txt", TABLE)
    assert caught.value.values["near"].startswith("deadline-blank, ") and str(file) in str(caught.value)


def test_a_pattern_never_reaches_outside_its_folder(tmp_path):
    base = Config(file=tmp_path / "here" / "resodoc.toml", per_path=(("*", Choice(ignore=("all",))),))
    assert chosen(base, tmp_path / "there" / "a.txt", TABLE).select
    assert not chosen(base, tmp_path / "here" / "a.txt", TABLE).select


def test_nearest_falls_back_to_all_names():
    assert config.nearest("zzz", ("a", "b")) == "a, b"


def test_the_configuration_that_the_handbook_shows_is_right(tmp_path):
    text = (Path(__file__).resolve().parents[2] / "docs" / "validate.md").read_text("utf-8")
    file = tmp_path / "resodoc.toml"
    file.write_text(text.split("```toml\n")[1].split("```")[0], "utf-8")
    found = load(file)
    assert chosen(found, tmp_path / "drafts" / "a.txt", TABLE).level["owner-missing"] == "info"
    assert found.required["order"][-1] == "controller"
