"""CSV (RFC 4180): a row a decision, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from resodoc.writers.style import Style

COLUMNS = (
    "file",
    "document",
    "kind",
    "status",
    "date",
    "id",
    "parent",
    "section",
    "number",
    "act",
    "text",
    "actions",
    "executors",
    "co_executors",
    "controllers",
    "addressees",
    "deadline",
    "deadline_end",
    "owner_blank",
    "measures",
    "page",
    "line",
    "confidence",
)
_BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(documents: Iterable[dict[str, Any]], style: Style) -> Iterator[str]:
    yield (_BOM if style.bom else "") + _line(COLUMNS, style)
    for document in documents:
        for decision in document["decisions"]:
            cells = _row(document, decision)
            yield _line([_inert(cells[column]) for column in COLUMNS], style)


def _row(document: dict[str, Any], decision: dict[str, Any]) -> dict[str, str]:
    deadlines = decision["deadlines"]
    return {
        "file": document["source"]["path"],
        "document": document["title"] or "",
        "kind": document["kind"],
        "status": document["status"],
        "date": document["date"] or "",
        "id": decision["id"],
        "parent": decision["parent"] or "",
        "section": " / ".join(decision["section"]),
        "number": decision["number"] or "",
        "act": decision["act"],
        "text": decision["text"],
        "actions": _joined(action["text"] for action in decision["actions"]),
        "executors": _owners(decision, "executor"),
        "co_executors": _owners(decision, "co-executor"),
        "controllers": _owners(decision, "controller"),
        "addressees": _owners(decision, "addressee"),
        "deadline": _joined(deadline["text"] for deadline in deadlines),
        "deadline_end": _joined(deadline["end"] for deadline in deadlines if deadline["end"]),
        "owner_blank": "true" if decision["owner_blank"] else "false",
        "measures": _joined(measure["text"] for measure in decision["measures"]),
        "page": _number(decision["location"]["page"]),
        "line": _number(decision["location"]["line"]),
        "confidence": _number(decision["confidence"]),
    }


def _owners(decision: dict[str, Any], role: str) -> str:
    return _joined(_named(owner) for owner in decision["owners"] if owner["role"] == role)


def _named(owner: dict[str, Any]) -> str:
    """«Министерство связи (Абрамов С.К.)»: a body with the person who acts for it, where one is named."""
    return f"{owner['name']} ({owner['person']})" if owner["person"] else owner["name"]


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(texts)


def _number(value: float | None) -> str:
    return "" if value is None else str(value)


def _inert(cell: str) -> str:
    """A cell that a spreadsheet shows and never runs (OWASP, CSV injection)."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _line(cells: Iterable[str], style: Style) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=style.delimiter).writerow(cells)
    return out.getvalue()
