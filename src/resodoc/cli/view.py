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
    notes = document["diagnostics"]
    for decision in document["decisions"]:
        branch = branches.get(decision["parent"], tree)
        own = [note for note in notes if note["decision"] == decision["id"]]
        branches[decision["id"]] = branch.add(_decision(decision, own))
    return Group(tree, *[_note(note) for note in notes if note["decision"] is None], Text(""))


def _head(document: dict[str, Any]) -> Text:
    facts = [document["number"], _day(document["date"]), document["place"]]
    if document["status"] != "unknown":
        facts.append(text(f"status-{document['status']}"))
    kind = text(f"kind-{document['kind']}").capitalize()
    lines = [
        _plain(" · ".join([kind, *filter(None, facts)]), "bold"),
        *[_plain(line) for line in (document["title"], document["adopted_by"]) if line],
        _plain(document["source"]["path"], "dim"),
    ]
    return Text("\n").join(lines)


def _decision(decision: dict[str, Any], notes: list[dict[str, Any]]) -> Text:
    lines = [
        Text.assemble((decision["id"], "bold cyan"), " ", (text(f"act-{decision['act']}"), "green")),
        _plain(decision["text"]),
        *[_owner(owner) for owner in decision["owners"]],
        *[_deadline(deadline) for deadline in decision["deadlines"] if deadline["kind"] != "blank"],
    ]
    if decision["vote"]:
        lines.append(_plain(f"{text('vote')}: {_vote(decision['vote'])}", "dim"))
    if decision["outcome"] == "rejected":
        lines.append(_plain(text("outcome-rejected"), "red"))
    return Text("\n").join([*lines, *map(_note, notes)])


def _vote(vote: dict[str, Any]) -> str:
    """The counts that the document gives, and whether it calls them unanimous."""
    counts = ("for", "against", "abstained")
    said = [text(f"vote-{name}", count=str(vote[name])) for name in counts if vote[name] is not None]
    return ", ".join([*said, *([text("vote-unanimous")] if vote["unanimous"] else [])])


def _note(note: dict[str, Any]) -> Text:
    return _plain(f"! {note['message']}", "yellow")


def _owner(owner: dict[str, Any]) -> Text:
    person = f" ({owner['person']})" if owner["person"] else ""
    return _line(f"→ {owner['name']}{person}", "magenta", text(f"role-{owner['role']}"), owner)


def _deadline(deadline: dict[str, Any]) -> Text:
    said, days = " ".join(deadline["text"].split()), _days(deadline)
    return _line(f"◷ {days or said}", "yellow", said if days else "", deadline)


def _days(deadline: dict[str, Any]) -> str:
    start, end = _day(deadline["start"]), _day(deadline["end"])
    return f"{start} – {end or '…'}" if start else end or ""


def _line(words: str, style: str, aside: str, item: dict[str, Any]) -> Text:
    """A line with its asides: what is told of the item, and whether it comes from the decision above."""
    asides = ", ".join(filter(None, (aside, text("inherited") if item["inherited"] else "")))
    return _plain(words, style).append_text(_plain(f"  {asides}" if asides else "", "dim"))


def _day(iso: str | None) -> str | None:
    return f"{date.fromisoformat(iso):%d.%m.%Y}" if iso else None


def _plain(words: str, style: str = "") -> Text:
    return Text(printable(words), style)
