"""YAML → Rule. Loading is strict: the first entry that is not right stops it with file:line, so that a broken pack can
never mean «nothing found». Every scalar is read as text: no date, number or boolean is guessed.

A pack is a folder of YAML files. `pack.yaml` names the pack and its version; any other file is called after the kind of
its `rules` and may name pieces of patterns (`$name`) in its `terms`, which every file of every pack may use; `terms.yaml`
has nothing but those.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

import yaml

from resodoc.errors import RulePackError
from resodoc.model import Example, Rule, Span
from resodoc.rulevalues import CLOSED
from resodoc.terms import expand

KINDS = (
    "document",
    "sections",
    "columns",
    "acts",
    "actions",
    "owners",
    "deadlines",
    "measures",
    "references",
    "definitions",
    "people",
    "votes",
    "prose",
    "wording",
)
_RULE_KEYS = ("id", "why", "pattern", "verbs", "object", "value", "examples", "rejects", "gaps")
_EXAMPLE_KEYS = ("text", "value")
_MIN_EXAMPLES, _MIN_REJECTS = 2, 1
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class RuleSet:
    """The rules of one or more packs, in order of loading; a later rule with the same id takes the earlier one's place."""

    def __init__(self, rules: Iterable[Rule], version: str = "") -> None:
        self._by_id = {rule.id: rule for rule in rules}
        self._by_kind: dict[str, tuple[Rule, ...]] = {
            kind: tuple(r for r in self._by_id.values() if r.kind == kind) for kind in KINDS
        }
        self.version = version

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def of(self, kind: str) -> tuple[Rule, ...]:
        """The rules of one kind, in the order of their file: the same tuple at each call."""
        return self._by_kind[kind]

    def get(self, rule_id: str) -> Rule | None:
        return self._by_id.get(rule_id)


def bundled_dir() -> Path:
    """Where the bundled rules lie: in the wheel beside the package, in a checkout at its top."""
    inside = Path(str(files("resodoc"))) / "rules"
    return inside if inside.is_dir() else Path(__file__).resolve().parents[2] / "rules"


@cache
def bundled() -> RuleSet:
    """The rules that come with the program, loaded once."""
    return load([bundled_dir()])


def load(folders: Sequence[Path]) -> RuleSet:
    """All rules of `folders`; a later folder adds to the earlier ones and overrides by id (rules) and name (terms).

    Raises RulePackError with the place of the first thing that is wrong.
    """
    documents = [(file, _compose(file)) for folder in folders for file in _yaml_files(folder)]
    terms: dict[str, str] = {}
    for file, node in documents:
        if file.name != "pack.yaml":
            terms |= _terms(file, node)
    version = ""
    rules: list[Rule] = []
    for file, node in documents:
        if file.name == "pack.yaml":
            version = " + ".join(filter(None, [version, _version(file, node)]))
        elif file.name != "terms.yaml":
            rules += _rules(file, node, terms)
    return RuleSet(rules, version)


def _yaml_files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise RulePackError("rules-no-folder", at=folder)
    found = sorted(folder.glob("*.yaml"))
    if not found:
        raise RulePackError("rules-no-files", at=folder)
    return found


def _at(file: Path, node: yaml.Node) -> str:
    return f"{file.name}:{node.start_mark.line + 1}"


def _fail(file: Path, node: yaml.Node, code: str, **values: object) -> RulePackError:
    return RulePackError(code, at=f"{file}:{node.start_mark.line + 1}", **values)


def _compose(file: Path) -> yaml.Node:
    try:
        node = yaml.compose(file.read_text("utf-8"), Loader=_Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        at = f"{file}:{mark.line + 1}" if mark else str(file)
        raise RulePackError(
            "rules-not-yaml", at=at, problem=getattr(error, "problem", None) or error
        ) from error
    if node is None:
        raise RulePackError("rules-empty", at=file)
    return node


def _mapping(file: Path, node: yaml.Node, allowed: Sequence[str] | None = None) -> dict[str, yaml.Node]:
    if not isinstance(node, yaml.MappingNode):
        raise _fail(file, node, "rules-not-a-mapping")
    out: dict[str, yaml.Node] = {}
    for key, value in node.value:
        name = _text(file, key)
        if name in out:
            raise _fail(file, key, "rules-double-key", key=name)
        if allowed is not None and name not in allowed:
            near = difflib.get_close_matches(name, allowed, 1)
            raise _fail(
                file, key, "rules-unknown-key", key=name, near=near[0] if near else ", ".join(allowed)
            )
        out[name] = value
    return out


def _sequence(file: Path, node: yaml.Node) -> list[yaml.Node]:
    if not isinstance(node, yaml.SequenceNode):
        raise _fail(file, node, "rules-not-a-list")
    return node.value


def _text(file: Path, node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise _fail(file, node, "rules-not-text")
    return node.value


def _terms(file: Path, node: yaml.Node) -> dict[str, str]:
    top = _mapping(file, node, ["terms", "rules"])
    return (
        {name: _text(file, value) for name, value in _mapping(file, top["terms"]).items()}
        if "terms" in top
        else {}
    )


def _version(file: Path, node: yaml.Node) -> str:
    top = _mapping(file, node, ["name", "version"])
    return " ".join(_text(file, top[key]) for key in ("name", "version") if key in top)


def _rules(file: Path, node: yaml.Node, terms: dict[str, str]) -> list[Rule]:
    if file.stem not in KINDS:
        near = difflib.get_close_matches(file.stem, KINDS, 1)
        raise RulePackError(
            "rules-unknown-kind", at=file, kind=file.stem, near=near[0] if near else ", ".join(KINDS)
        )
    top = _mapping(file, node, ["terms", "rules"])
    seen: set[str] = set()
    out = []
    for entry in _sequence(file, top["rules"]) if "rules" in top else ():
        rule = _rule(file, entry, terms)
        if rule.id in seen:
            raise _fail(file, entry, "rules-double-id", id=rule.id)
        seen.add(rule.id)
        out.append(rule)
    return out


def _rule(file: Path, node: yaml.Node, terms: dict[str, str]) -> Rule:
    keys = _mapping(file, node, _RULE_KEYS)
    for needed in ("id", "why"):
        if needed not in keys:
            raise _fail(file, node, "rules-missing-key", key=needed)
    rule_id = _text(file, keys["id"])
    if ("pattern" in keys) == ("verbs" in keys):
        raise _fail(file, node, "rules-pattern-or-verbs", id=rule_id)
    examples, rejects, gaps = (
        _sequence(file, keys[name]) if name in keys else [] for name in ("examples", "rejects", "gaps")
    )
    if len(examples) < _MIN_EXAMPLES or len(rejects) < _MIN_REJECTS:
        raise _fail(file, node, "rules-too-few-examples", id=rule_id)
    return Rule(
        id=rule_id,
        kind=file.stem,
        why=_text(file, keys["why"]),
        at=_at(file, node),
        pattern=_pattern(file, keys["pattern"], terms) if "pattern" in keys else None,
        verbs=tuple(_text(file, v).replace("ё", "е") for v in _sequence(file, keys["verbs"]))
        if "verbs" in keys
        else (),
        object=_pattern(file, keys["object"], terms) if "object" in keys else None,
        value=_Constants(
            _at(file, node), rule_id, _constants(file, keys["value"]) if "value" in keys else {}
        ),
        examples=tuple(_example(file, e) for e in examples),
        rejects=tuple(_text(file, r) for r in rejects),
        gaps=tuple(_example(file, e) for e in gaps),
    )


class _Constants(dict[str, str]):
    """A rule's `value`. A constant that the interpreter of its kind wants and the rule lacks is the pack's fault."""

    def __init__(self, at: str, rule_id: str, values: dict[str, str]) -> None:
        super().__init__(values)
        self._at, self._id = at, rule_id

    def __missing__(self, key: str) -> str:
        raise RulePackError("rules-missing-value", at=self._at, id=self._id, key=key)


def _values(file: Path, node: yaml.Node) -> dict[str, str]:
    return {name: _text(file, value) for name, value in _mapping(file, node).items()}


def _constants(file: Path, node: yaml.Node) -> dict[str, str]:
    """The `value` of a rule; where a list is closed, one of it."""
    values = _values(file, node)
    for name, value in values.items():
        known = CLOSED.get((file.stem, name))
        if known and value not in known:
            near = difflib.get_close_matches(value, known, 1)
            raise _fail(
                file,
                node,
                "rules-unknown-value",
                key=name,
                value=value,
                near=near[0] if near else ", ".join(known),
            )
    return values


def _pattern(file: Path, node: yaml.Node, terms: dict[str, str]) -> str:
    text = expand(_text(file, node), terms, lambda name: _fail(file, node, "rules-unknown-term", term=name))
    try:
        re.compile(text)
    except re.error as error:
        raise _fail(file, node, "rules-bad-pattern", problem=error) from error
    return text


def _example(file: Path, node: yaml.Node) -> Example:
    """«text with [[the stretch]] marked», or a mapping of such a `text` and the `value` it must have."""
    if isinstance(node, yaml.ScalarNode):
        keys: dict[str, yaml.Node] = {"text": node}
    else:
        keys = _mapping(file, node, _EXAMPLE_KEYS)
    marked = _text(file, keys["text"]) if "text" in keys else ""
    before, opened, rest = marked.partition("[[")
    inside, closed, after = rest.partition("]]")
    if not (opened and closed):
        raise _fail(file, node, "rules-example-unmarked")
    values = _values(file, keys["value"]) if "value" in keys else {}
    return Example(
        text=before + inside + after,
        span=Span(len(before), len(before) + len(inside)),
        value=tuple(values.items()),
    )
