"""The house rules that a reader of the code may rely on."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from resodoc import checks, readers, reports, writers

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "resodoc"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 300

_SKIPPED = {".git", ".venv", "__pycache__", ".pytest_cache", ".ruff_cache", ".hypothesis", "dist", "build"}
_TEXT = {".py", ".md", ".yaml", ".yml", ".toml", ".json", ".lock", ".txt", ".cfg", ""}
# Somebody's own machine: folders that no user of the project has.
_MACHINE = re.compile(r"(?<![\w./:}\"'])/(?:work|home|root|Users|tmp/\w+)/\w")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_can_be_read_in_one_sitting(path):
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_says_what_it_is_for(path):
    source = path.read_text("utf-8")
    assert not source.strip() or ast.get_docstring(ast.parse(source))


def project_files() -> list[Path]:
    files = (path for path in ROOT.rglob("*") if path.is_file() and path.suffix in _TEXT)
    return [path for path in files if not _SKIPPED & set(path.relative_to(ROOT).parts)]


def test_no_file_knows_the_machine_it_was_written_on():
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in project_files()
        for line in path.read_text("utf-8", errors="ignore").splitlines()
        if _MACHINE.search(line)
    ]
    assert found == []


# ── tables that name every module ────────────────────────────────────────────────────────────────────


def having(room: str, *names: str) -> set[str]:
    """The modules of a room that define all of `names` at their top."""
    out = set()
    for path in (PACKAGE / room).glob("*.py"):
        tree = ast.parse(path.read_text("utf-8")).body
        defined = {node.name for node in tree if isinstance(node, ast.FunctionDef)}
        defined |= {
            t.id
            for node in tree
            if isinstance(node, ast.Assign)
            for t in node.targets
            if isinstance(t, ast.Name)
        }
        if set(names) <= defined and path.stem != "__init__":
            out.add(path.stem)
    return out


def test_every_reader_is_in_the_table():
    assert set(readers.FORMATS.values()) == having("readers", "read")
    assert set(readers.FORMATS) >= readers.KNOWN_SUFFIXES
    for name in set(readers.FORMATS.values()):
        assert callable(import_module(f"resodoc.readers.{name}").read)


def test_every_writer_is_in_the_table():
    assert set(writers.WRITERS) == having("writers", "write")


def test_every_report_is_in_the_table():
    assert set(reports.FORMATS) == having("reports", "render")


def test_every_check_is_in_the_table():
    assert [module.__name__.rpartition(".")[2] for module in checks.MODULES] == [
        module.ID.replace("-", "_") for module in checks.MODULES
    ]
    assert {module.__name__.rpartition(".")[2] for module in checks.MODULES} == having(
        "checks", "ID", "LEVEL", "check"
    )


# ── a quick start ────────────────────────────────────────────────────────────────────────────────────


def loaded_after(statement: str) -> set[str]:
    script = f"import sys\n{statement}\nprint(*sorted(m.split('.')[0] for m in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(done.stdout.splitlines()[-1].split())


def test_the_package_alone_loads_nothing():
    assert not loaded_after("import resodoc") & {"yaml", "typer", "rich", "pymorphy3"}


def test_help_loads_nothing_heavy():
    from tests.architecture.test_imports import HEAVY

    loaded = loaded_after("from resodoc.cli import main; main(['parse', '--help'])")
    assert "typer" in loaded
    assert not loaded & HEAVY
