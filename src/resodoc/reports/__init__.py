"""Findings → text. One module a format, each with `render(report) -> str`."""

from __future__ import annotations

from resodoc.reports import concise, console, github, gitlab, json, jsonl, junit, markdown, sarif
from resodoc.reports.entry import Entry, Report, entries

__all__ = ["FORMATS", "Entry", "Report", "entries"]

FORMATS = {
    "console": console.render,
    "concise": concise.render,
    "json": json.render,
    "jsonl": jsonl.render,
    "sarif": sarif.render,
    "junit": junit.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "markdown": markdown.render,
}
