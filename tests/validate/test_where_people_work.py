"""The files that put `resodoc validate` into pre-commit, GitHub and GitLab, run as far as they run offline."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests import schemas

ROOT = Path(__file__).resolve().parents[2]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
TODAY = "--today 2024-05-01"
GITLAB = yaml.safe_load((ROOT / "templates" / "gitlab.yml").read_text("utf-8"))


@pytest.fixture
def environment(tmp_path) -> dict[str, str]:
    """The variables of a machine on which resodoc is installed."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "resodoc"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m resodoc "$@"\n')
    program.chmod(0o755)
    path = os.pathsep.join([str(folder), str(Path(sys.executable).parent), os.environ["PATH"]])
    return {**os.environ, "PATH": path, "PRE_COMMIT_HOME": str(tmp_path / "cache"), "LC_ALL": "C.UTF-8"}


def repository(folder: Path) -> Path:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    for arguments in (("init", "-q"), ("add", "."), ("commit", "-qm", "one")):
        subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)
    return folder


def test_pre_commit_runs_the_hook(environment, tmp_path, here):
    """Installing the hook needs the network; from there on it is the same hook on the installed program."""
    pytest.importorskip("pre_commit")
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    system = [{**hook, "language": "system"} for hook in HOOKS]
    (hooks / ".pre-commit-hooks.yaml").write_text(yaml.safe_dump(system, allow_unicode=True), "utf-8")
    repository(hooks)
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    for name in ("bad.txt", "good.txt"):
        shutil.copy(here / name, drafts)
    (drafts / "program.py").write_text("Срок: ____", "utf-8")
    repository(drafts)

    def hook(*files: str) -> subprocess.CompletedProcess[str]:
        command = [
            sys.executable,
            "-m",
            "pre_commit",
            "try-repo",
            str(hooks),
            "resodoc-validate",
            "--files",
            *files,
        ]
        return subprocess.run(command, cwd=drafts, env=environment, capture_output=True, text=True)

    failed = hook("bad.txt", "good.txt")
    assert failed.returncode == 1, failed.stdout + failed.stderr
    assert "bad.txt:6:1: error deadline-blank" in failed.stdout and "good.txt:" not in failed.stdout
    assert hook("good.txt").returncode == 0
    skipped = hook("program.py")
    assert skipped.returncode == 0 and "Skipped" in skipped.stdout


def test_the_hooks_take_what_the_program_reads():
    from resodoc.fix import diff  # noqa: F401  the second hook's work
    from resodoc.readers import KNOWN_SUFFIXES

    pattern = re.compile(next(hook["files"] for hook in HOOKS if hook["id"] == "resodoc-validate"))
    assert all(pattern.search(f"a{suffix}") for suffix in KNOWN_SUFFIXES)
    assert not pattern.search("a.py")


def run_action(here: Path, environment: dict[str, str], **inputs: str) -> subprocess.CompletedProcess[str]:
    step = next(step for step in ACTION["runs"]["steps"] if step.get("name") == "Check")
    values = {name: str(given.get("default", "")) for name, given in ACTION["inputs"].items()} | inputs
    names = {
        variable: re.search(r"inputs\.([\w-]+)", value).group(1) for variable, value in step["env"].items()
    }
    variables = {variable: values[name] for variable, name in names.items()}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    return subprocess.run(command, cwd=here, env={**environment, **variables}, capture_output=True, text=True)


def test_github_and_gitlab_take_the_files_for_what_they_are():
    schemas.validate(ACTION, schemas.GITHUB_ACTION)
    schemas.validate(GITLAB, schemas.GITLAB_CI)


def test_the_action_annotates_and_writes_sarif(environment, here):
    done = run_action(here, environment, paths="bad.txt good.txt", sarif="report.sarif", args=TODAY)
    assert done.returncode == 1, done.stderr
    assert "::error file=bad.txt,line=6,col=1," in done.stdout
    log = json.loads((here / "report.sarif").read_text("utf-8"))
    schemas.validate(log, schemas.SARIF)
    assert {result["ruleId"] for result in log["runs"][0]["results"]} >= {"deadline-blank", "owner-blank"}
    assert run_action(here, environment, paths="good.txt", args=TODAY).returncode == 0
    late = run_action(here, environment, paths="good.txt")
    assert late.returncode == 1 and "deadline-past" in late.stdout


def test_the_actions_inputs_are_no_commands(environment, here):
    run_action(here, environment, paths="good.txt; touch pwned", **{"fail-on": "$(touch pwned)"})
    assert not (here / "pwned").exists()
    assert "${{" not in next(step["run"] for step in ACTION["runs"]["steps"] if step.get("name") == "Check")


def test_the_gitlab_job_writes_its_report(environment, here):
    job = GITLAB[".resodoc-validate"]
    variables = job["variables"] | {"RESODOC_PATHS": "bad.txt"}
    script = "\n".join(job["script"])
    done = subprocess.run(
        ["sh", "-ec", script], cwd=here, env={**environment, **variables}, capture_output=True, text=True
    )
    assert done.returncode == 1, done.stderr
    report = here / job["artifacts"]["reports"]["codequality"]
    assert {issue["check_name"] for issue in json.loads(report.read_text("utf-8"))} >= {
        "deadline-blank",
        "owner-blank",
    }
