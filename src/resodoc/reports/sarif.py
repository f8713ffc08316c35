"""SARIF 2.1.0 (OASIS), as GitHub's code scanning takes it: rules with help, results with a region and a fingerprint."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

from resodoc import __version__
from resodoc.checks import Check
from resodoc.checks.docs import page
from resodoc.reports.entry import Entry, Report

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(report: Report) -> str:
    index = {check.id: number for number, check in enumerate(report.checks)}
    driver = {"name": "resodoc", "version": __version__, "rules": [_rule(check) for check in report.checks]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(entry, index[entry.check]) for entry in report.entries],
    }
    return (
        json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)
        + "\n"
    )


def _rule(check: Check) -> dict[str, Any]:
    about = check.about()
    return {
        "id": check.id,
        "name": "".join(word.capitalize() for word in check.id.replace(".", "-").split("-")),
        "shortDescription": {"text": about},
        "fullDescription": {"text": about},
        "help": {"text": about, "markdown": page(check)},
        "defaultConfiguration": {"level": _LEVELS[check.level], "enabled": check.on},
    }


def _result(entry: Entry, rule: int) -> dict[str, Any]:
    region = {
        "startLine": entry.line,
        "startColumn": entry.column,
        "endLine": max(entry.line, entry.stop_line),
        "endColumn": entry.stop_column,
        "snippet": {"text": entry.text},
    }
    return {
        "ruleId": entry.check,
        "ruleIndex": rule,
        "level": _LEVELS[entry.level],
        "message": {"text": f"{entry.message}. {entry.suggestion}".strip()},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": _uri(entry.path)}, "region": region}}
        ],
        "partialFingerprints": {"resodoc/v1": entry.fingerprint},
    }


def _uri(path: str) -> str:
    """A relative reference where the path is one: code scanning looks for the file in the repository."""
    return Path(path).as_uri() if Path(path).is_absolute() else quote(Path(path).as_posix(), safe="/")
