"""Data moves one way: the table of rooms in docs/design.md is held to what the code imports."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "resodoc"
MODULES = sorted(PACKAGE.rglob("*.py"))
ENTRANCES = {"__init__", "__main__"}  # of the package itself: they may use everything

# Costly to load: imported inside the functions that need them, so that `--help` is instant.
HEAVY = frozenset(
    "PIL charset_normalizer docx holidays lxml natasha navec numpy pdfminer pdfplumber pymorphy3 pypdfium2 "
    "pytesseract razdel slovnet".split()
)
# A library behind one door.
ONLY = {
    "pymorphy3": "language/morph.py",
    "holidays": "language/calendar.py",
    "natasha": "language/entities.py",
}

# Package → what it is called where it is installed from, where that differs.
CALLED = {
    "PIL": "pillow",
    "charset_normalizer": "charset-normalizer",
    "yaml": "pyyaml",
}


def rooms() -> list[tuple[set[str], set[str]]]:
    """Each row of the table: the names of its rooms, and the third-party packages that they may import."""
    text = (ROOT / "docs" / "design.md").read_text("utf-8")
    table = text[text.index("## Rooms") : text.index("## Dependencies")]
    out = []
    for line in table.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| `"):
            third = set() if cells[2] == "none" else {name.strip() for name in cells[2].split(",")}
            out.append(({name.rstrip("/") for name in re.findall(r"`([^`]+)`", cells[0])}, third))
    return out


ROOMS = rooms()


def row(name: str) -> int:
    found = [index for index, (names, _) in enumerate(ROOMS) if name in names]
    assert len(found) == 1, f"{name} is not in one row of the table of rooms in docs/design.md"
    return found[0]


def name_of(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def imports(path: Path, nodes: list[ast.stmt] | None = None) -> Iterator[str]:
    """The dotted names that a module imports, anywhere in it or among `nodes`; relative ones made absolute."""
    package = ("resodoc", *path.relative_to(PACKAGE).parent.parts)
    for statement in ast.parse(path.read_text("utf-8")).body if nodes is None else nodes:
        for node in ast.walk(statement):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                base = package[: len(package) - node.level + 1] if node.level else ()
                origin = ".".join([*base, *([node.module] if node.module else [])])
                yield from (f"{origin}.{alias.name}" for alias in node.names)


def at_the_top(path: Path) -> list[ast.stmt]:
    """The statements that run when the module is imported: those in functions and for type checkers left out."""
    skipped = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    body = ast.parse(path.read_text("utf-8")).body
    return [
        node
        for node in body
        if not isinstance(node, skipped)
        and not (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test))
    ]


def top_level(dotted: str) -> str:
    return dotted.split(".")[0]


def test_the_table_has_every_room_and_no_other():
    there = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in MODULES} - ENTRANCES
    assert {name for names, _ in ROOMS for name in names} == there


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_only_rooms_above_its_own(path):
    room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if room in ENTRANCES:
        return
    ours = [dotted.split(".") for dotted in imports(path) if top_level(dotted) == "resodoc"]
    below = {".".join(parts) for parts in ours if parts[1] != "__version__" and row(parts[1]) > row(room)}
    assert below == set()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_third_party_packages_come_in_where_the_table_says(path):
    others = {top_level(dotted) for dotted in imports(path)} - sys.stdlib_module_names - {"resodoc"}
    room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    assert others <= (set() if room in ENTRANCES else ROOMS[row(room)][1])
    assert {name for name in others if ONLY.get(name, name_of(path)) != name_of(path)} == set()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_heavy_packages_are_imported_where_first_used(path):
    assert {top_level(dotted) for dotted in imports(path, at_the_top(path))} & HEAVY == set()


def test_what_is_imported_is_declared():
    """A package that only another one brings along may be gone with that one's next version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = project["dependencies"] + project["optional-dependencies"]["ocr"]
    declared = {re.split(r"[\[>=]", line)[0] for line in lines}
    imported = {top_level(dotted) for path in MODULES for dotted in imports(path)}
    imported -= sys.stdlib_module_names | {"resodoc"}
    assert {CALLED.get(name, name) for name in imported} == declared


def test_the_finder_of_imports_finds(tmp_path, monkeypatch):
    """A test that sees nothing would pass on anything."""
    module = PACKAGE / "corpus" / "sample.py"
    code = (
        "import lxml.html\ndef f():\n    from . import run\n    from ..cli import parse\n    import natasha\n"
    )
    monkeypatch.setattr(Path, "read_text", lambda self, encoding: code)
    found = list(imports(module))
    assert found == ["lxml.html", "resodoc.corpus.run", "resodoc.cli.parse", "natasha"]
    assert list(imports(module, at_the_top(module))) == ["lxml.html"]
