"""What an installation is made of: its data, its dependencies, and the commands that the README promises."""

from __future__ import annotations

import re
import shlex
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from resodoc import __version__
from resodoc.rulecheck import check
from resodoc.rulepack import bundled_dir, load
from tests.samples.golden import readme, readme_data, readme_view

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
README = (ROOT / "README.md").read_text("utf-8")

REQUIRED = [Requirement(line) for line in PROJECT["dependencies"]]
EXTRAS = [Requirement(line) for lines in PROJECT["optional-dependencies"].values() for line in lines]
OTHERS = [requirement for requirement in EXTRAS if requirement.name != "resodoc"]


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def locked() -> dict[str, Version]:
    lines = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    pins = [Requirement(line) for line in lines if line and not line.startswith("#")]
    assert all([specifier.operator for specifier in pin.specifier] == ["=="] for pin in pins)
    return {canonical(pin.name): Version(next(iter(pin.specifier)).version) for pin in pins}


LOCK = locked()


@pytest.mark.parametrize("requirement", REQUIRED + OTHERS, ids=lambda r: r.name)
def test_a_dependency_has_a_lower_bound_that_the_lock_keeps(requirement):
    assert [specifier.operator for specifier in requirement.specifier] == [">="]
    assert LOCK[canonical(requirement.name)] in requirement.specifier


@pytest.mark.parametrize("requirement", REQUIRED, ids=lambda r: r.name)
def test_a_dependency_has_its_reason(requirement):
    design = (ROOT / "docs" / "design.md").read_text("utf-8")
    assert re.search(rf"^\| {re.escape(requirement.name)}(\[\w+\])? \|", design, re.MULTILINE)


def test_the_data_is_where_the_program_looks():
    assert (files("resodoc") / "schema" / "resodoc-1.json").is_file()
    assert (files("resodoc") / "messages" / "cli.yaml").is_file()
    assert (bundled_dir() / "pack.yaml").is_file()


def test_the_version_is_one():
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert Version(__version__)
    assert "## [Unreleased]" in changelog


# ── the README's first screen ────────────────────────────────────────────────────────────────────────


def commands() -> list[str]:
    """The one-line commands of the first screen."""
    screen = "\n".join(README.splitlines()[:40])
    return [line for line in screen.splitlines() if line.startswith("python3 -m venv")]


def test_two_commands_stand_in_the_first_screen():
    demo, tests = commands()
    assert demo.endswith("resodoc parse samples")
    assert tests.endswith("pytest")


def test_ci_runs_the_second():
    assert commands()[1] in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()


@pytest.mark.parametrize("command", commands())
def test_a_command_needs_only_python_and_what_it_makes_itself(command):
    programs = [shlex.split(part)[0] for part in command.split("&&")]
    assert programs[0] == "python3"
    assert all(program.startswith(".venv/bin/") for program in programs[1:])


def test_the_readme_s_rule_is_a_rule(tmp_path):
    name, pack = re.search(r"```yaml\n# my-rules/(\w+\.yaml)\n(.*?)```", README, re.DOTALL).groups()
    (tmp_path / name).write_text(pack, "utf-8")
    rules = load([bundled_dir(), tmp_path])
    (added,) = {rule.id for rule in rules} - {rule.id for rule in load([bundled_dir()])}
    assert list(check(rules.get(added), rules)) == []


def test_what_the_readme_shows_is_what_a_sample_gives():
    """Renewed by `python -m tests.samples.golden`."""
    assert readme(README) == README
    assert readme_view() in README and readme_data() in README
