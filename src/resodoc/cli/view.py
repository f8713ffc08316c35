"""A document for reading on a terminal: its head, then the tree of its decisions with owners and deadlines."""

from __future__ import annotations

from datetime import date
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from resodoc.cli.report import printable
from resodoc.messages import text


def view(document: dict[str, Any]) -> RenderableType:
    """What `wire.to_dict` gives, laid out. A document's words are never markup here, nor terminal commands."""
    tree = Tree(_head(document), guide_style="dim")
    branches = {None: tree}
    for decision in document["decisions"]:
        branch = branches.get(decision["parent"], tree)
        branches[decision["id"]] = branch.add(_decision(decision))
    notes = [_plain(f"! {d['message']}", "yellow") for d in document["diagnostics"]]
    return Group(tree, *notes, Text(""))


def _head(document: dict[str, Any]) -> Text:
    facts = [document["number"], _day(document["date"]), document["place"]]
    if document["status"] != "unknown":
        facts.append(text(f"status-{document['status']}"))
    kind = text(f"kind-{document['kind']}")
    lines = [
        _plain(" · ".join([kind.capitalize(), *filter(None, facts)]), "bold"),
        *[_plain(line) for line in (document["title"], document["adopted_by"]) if line],
        _plain(document["source"]["path"], "dim"),
    ]
    return Text("\n").join(lines)


def _decision(decision: dict[str, Any]) -> Text:
    lines = [
        Text.assemble((decision["id"], "bold cyan"), " ", (text(f"act-{decision['act']}"), "green")),
        _plain(decision["text"]),
        *[_owner(owner) for owner in decision["owners"]],
        *[_deadline(deadline) for deadline in decision["deadlines"]],
    ]
    if decision["owner_blank"]:
        lines.append(_plain(f"→ {text('owner-blank')}", "red"))
    if decision["outcome"] == "rejected":
        lines.append(_plain(text("outcome-rejected"), "red"))
    return Text("\n").join(lines)


def _owner(owner: dict[str, Any]) -> Text:
    person = f" ({owner['person']})" if owner["person"] else ""
    return Text.assemble(
        _plain(f"→ {owner['name']}{person}", "magenta"),
        (f"  {_with_source(text('role-' + owner['role']), owner)}", "dim"),
    )


def _deadline(deadline: dict[str, Any]) -> Text:
    if deadline["kind"] == "blank":
        return _plain(f"◷ {text('deadline-blank')}", "red")
    days = " – ".join(filter(None, (_day(deadline["start"]), _day(deadline["end"]))))
    said = " ".join(deadline["text"].split())
    return Text.assemble(
        _plain(f"◷ {days or said}", "yellow"),
        (f"  {_with_source(said if days else '', deadline)}", "dim"),
    )


def _with_source(said: str, item: dict[str, Any]) -> str:
    return ", ".join(filter(None, (said, text("inherited") if item["inherited"] else "")))


def _day(iso: str | None) -> str | None:
    return f"{date.fromisoformat(iso):%d.%m.%Y}" if iso else None


def _plain(words: str, style: str = "") -> Text:
    return Text(printable(words), style)
