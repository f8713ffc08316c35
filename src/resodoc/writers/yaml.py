"""YAML 1.1: the tree of the JSON output, laid out for people; several documents are one list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from resodoc.writers.style import Style

_WIDTH = 110


class _Dumper(yaml.SafeDumper):
    """Several lines as a block, a box on one line, no anchors.

    Written in Python, so that the bytes do not depend on whether libyaml is installed.
    """

    def ignore_aliases(self, data: object) -> bool:
        return True


def _str(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=_style(text))


def _style(text: str) -> str | None:
    """A block for plain lines. YAML takes more characters for line ends than "\\n", and blanks at a block's edges
    for its indent: such text goes in quotes."""
    lines = text.splitlines()
    if len(lines) > 1 and lines == text.split("\n") and text == text.strip():
        return "|"
    return None if lines in ([], [text]) else '"'


def _list(dumper: yaml.SafeDumper, items: list[Any]) -> yaml.SequenceNode:
    numbers = bool(items) and all(isinstance(item, int | float) for item in items)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=numbers)


_Dumper.add_representer(str, _str)
_Dumper.add_representer(list, _list)


def write(documents: Iterable[dict[str, Any]], style: Style) -> Iterator[str]:
    empty = True
    for document in documents:
        empty = False
        # A list is the concatenation of lists of one.
        yield _dump([document] if style.many else document)
    if empty and style.many:
        yield "[]\n"


def _dump(tree: object) -> str:
    return yaml.dump(tree, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
