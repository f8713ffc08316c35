"""GitLab Code Quality: docs.gitlab.com, «Code Quality report format»."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from resodoc.reports.entry import Entry, Report

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(report: Report) -> str:
    return json.dumps([_issue(entry) for entry in report.entries], ensure_ascii=False, indent=2) + "\n"


def _issue(entry: Entry) -> dict[str, Any]:
    return {
        "description": f"{entry.message}. {entry.suggestion}".strip(),
        "check_name": entry.check,
        "fingerprint": hashlib.sha256(f"{entry.path}\0{entry.fingerprint}".encode()).hexdigest(),
        "severity": _SEVERITIES[entry.level],
        "location": {
            "path": entry.path.removeprefix("./"),
            "lines": {"begin": entry.line, "end": entry.stop_line},
        },
    }
