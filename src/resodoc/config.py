"""The house's configuration: `resodoc.toml`, or `[tool.resodoc]` in `pyproject.toml`, nearest above the document.

Strict: an unknown key, check or level is an error that says what the nearest right name is.
"""

from __future__ import annotations

import difflib
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from resodoc.checks import LEVELS, Check, Limits
from resodoc.checks.part_missing import PARTS
from resodoc.checks.settings import REQUIRED
from resodoc.errors import UsageError

FILE, TABLE_FILE = "resodoc.toml", "pyproject.toml"
KINDS = ("resolution", "decision", "minutes", "decree", "order", "assignments", "report", "other")
ALL, DEFAULT = "all", "default"
LIST = "resodoc validate --list"


@dataclass(frozen=True, slots=True)
class Choice:
    """Which checks run and how grave they are. `select` is `None` where nothing is said."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    level: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Config:
    """What a configuration file says; paths are absolute, `per_path` pairs patterns with choices."""

    file: Path | None = None
    choice: Choice = Choice()
    per_path: tuple[tuple[str, Choice], ...] = ()
    rules: tuple[Path, ...] = ()
    owners_register: Path | None = None
    baseline: Path | None = None
    fail_on: str | None = None
    limits: Limits = field(default_factory=Limits)
    required: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: REQUIRED)
    abbreviations: frozenset[str] = frozenset()


def find(folder: Path) -> Config:
    """The configuration for documents in `folder`: the nearest file in it or above it. Raises UsageError."""
    for place in (folder, *folder.parents):
        for name in (FILE, TABLE_FILE):
            file = place / name
            if file.is_file() and (found := _table(file)) is not None:
                return _config(file, found)
    return Config()


def load(file: Path) -> Config:
    """The configuration in `file`. Raises UsageError."""
    return _config(file, _table(file) or {})


def chosen(config: Config, path: Path | None, table: Sequence[Check], *more: Choice) -> Choice:
    """The choice for the document at `path`, ids only: of the file, then of the patterns that fit, then of `more`; each
    `select` replaces those before it, `ignore` and `level` add to them. Raises UsageError for a name that no check has.
    """
    for choice in (config.choice, *(choice for _, choice in config.per_path)):
        ids((*(choice.select or ()), *choice.ignore, *choice.level), table, config.file)
    choices = [
        config.choice,
        *(choice for pattern, choice in config.per_path if _fits(config, path, pattern)),
        *more,
    ]
    select = next((c.select for c in reversed(choices) if c.select is not None), (DEFAULT,))
    ignored = [name for choice in choices for name in choice.ignore]
    levels: dict[str, str] = {}
    for choice in choices:
        for name, level in choice.level.items():
            levels |= dict.fromkeys(ids([name], table), level)
    dropped = ids(ignored, table)
    return Choice(tuple(i for i in ids(select, table) if i not in dropped), dropped, levels)


def ids(names: Iterable[str], table: Sequence[Check], at: Path | None = None) -> tuple[str, ...]:
    """The checks that `names` stand for: an id, a family («deadline» for all that begin so), `all`, or `default`.

    Raises UsageError for a name that no check has; it names the file `at` where it stands."""
    wanted = set()
    for name in names:
        found = {
            c.id
            for c in table
            if name in (ALL, c.id) or c.id.startswith(f"{name}-") or (name == DEFAULT and c.on)
        }
        if not found:
            near = difflib.get_close_matches(name, names_of(table))
            raise UsageError(
                "config-unknown-check" if at else "unknown-check",
                at=at,
                name=name,
                near=", ".join([*near, LIST]),
            )
        wanted |= found
    return tuple(check.id for check in table if check.id in wanted)


def names_of(table: Iterable[Check]) -> tuple[str, ...]:
    """All that `ids` understands: `all`, `default`, the families of several checks, the checks."""
    known = [check.id for check in table]
    counted = Counter(name.partition("-")[0] for name in known)
    return (ALL, DEFAULT, *(family for family, count in counted.items() if count > 1), *known)


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like `name`, or all of them."""
    known = list(known)
    return next(iter(difflib.get_close_matches(name, known, 1)), ", ".join(known))


def _fits(config: Config, path: Path | None, pattern: str) -> bool:
    if path is None or config.file is None or not path.resolve().is_relative_to(config.file.parent):
        return False
    return fnmatchcase(path.resolve().relative_to(config.file.parent).as_posix(), pattern)


def _table(file: Path) -> dict[str, Any] | None:
    try:
        data = tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise UsageError("config-unreadable", at=file) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError("config-not-toml", at=file, problem=error) from error
    if file.name != TABLE_FILE:
        return data
    tools = data.get("tool")
    return tools.get("resodoc") if isinstance(tools, dict) else None


def _config(file: Path, data: dict[str, Any]) -> Config:
    values = _read(file, "", data, _SHAPES)
    folder = file.resolve().parent
    return Config(
        file=file.resolve(),
        choice=_choice(values),
        per_path=tuple((pattern, _choice(choice)) for pattern, choice in values.get("per-path", {}).items()),
        rules=tuple(folder / rules for rules in values.get("rules", ())),
        owners_register=folder / values["owners-register"] if "owners-register" in values else None,
        baseline=folder / values["baseline"] if "baseline" in values else None,
        fail_on=values.get("fail-on"),
        limits=Limits(**values.get("limits", {})),
        required=REQUIRED | values.get("required", {}),
        abbreviations=frozenset(values.get("abbreviations", ())),
    )


def _choice(values: Mapping[str, Any]) -> Choice:
    return Choice(values.get("select"), values.get("ignore", ()), values.get("level", {}))


# ── the shape of a configuration: key → reader of its value ─────────────────────────────────────────────

Reader = Callable[[Path, str, Any], Any]


def _read(file: Path, at: str, data: Any, shapes: Mapping[str, Reader]) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise UsageError("config-wrong-type", at=file, key=at.rstrip(".") or "tool.resodoc", wanted="[table]")
    out = {}
    for key, value in data.items():
        if key not in shapes:
            raise UsageError("config-unknown-key", at=file, key=f"{at}{key}", near=nearest(key, shapes))
        out[key] = shapes[key](file, f"{at}{key}", value)
    return out


def _text(file: Path, key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise UsageError("config-wrong-type", at=file, key=key, wanted='"text"')
    return value


def _number(file: Path, key: str, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise UsageError("config-wrong-type", at=file, key=key, wanted="1, 2, 3 …")
    return value


def _one_of(known: Sequence[str]) -> Reader:
    def read(file: Path, key: str, value: Any) -> str:
        if value not in known:
            raise UsageError(
                "config-bad-value", at=file, key=key, value=value, near=nearest(str(value), known)
            )
        return value

    return read


def _list_of(item: Reader) -> Reader:
    def read(file: Path, key: str, value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise UsageError("config-wrong-type", at=file, key=key, wanted='["…", "…"]')
        return tuple(item(file, key, one) for one in value)

    return read


def _table_of(item: Reader, known: Sequence[str] | None = None) -> Reader:
    def read(file: Path, key: str, value: Any) -> dict[str, Any]:
        names = known if known is not None or not isinstance(value, dict) else tuple(value)
        return _read(file, f"{key}.", value, dict.fromkeys(names or (), item))

    return read


_LEVEL = _one_of(LEVELS)
_CHOICE: dict[str, Reader] = {
    "select": _list_of(_text),
    "ignore": _list_of(_text),
    "level": _table_of(_LEVEL),
}
_SHAPES: dict[str, Reader] = {
    **_CHOICE,
    "per-path": _table_of(lambda file, key, value: _read(file, f"{key}.", value, _CHOICE)),
    "rules": _list_of(_text),
    "owners-register": _text,
    "baseline": _text,
    "fail-on": _LEVEL,
    "limits": _table_of(_number, ("words", "tasks")),
    "required": _table_of(_list_of(_one_of(PARTS)), KINDS),
    "abbreviations": _list_of(_text),
}
