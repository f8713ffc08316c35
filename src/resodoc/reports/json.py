"""A list of objects; the keys are those of `fields`."""

from __future__ import annotations

import json
from typing import Any

from resodoc.reports.entry import Entry, Report


def render(report: Report) -> str:
    return json.dumps([fields(entry) for entry in report.entries], ensure_ascii=False, indent=2) + "\n"


def fields(entry: Entry) -> dict[str, Any]:
    """What JSON and JSON lines say of a finding."""
    return {
        "path": entry.path,
        "check": entry.check,
        "level": entry.level,
        "message": entry.message,
        "suggestion": entry.suggestion,
        "page": entry.page,
        "line": entry.line,
        "column": entry.column,
        "start": entry.start,
        "end": entry.end,
        "text": entry.text,
        "decision": entry.decision,
        "fingerprint": entry.fingerprint,
    }
