"""JSON lines: an object a finding."""

from __future__ import annotations

import json

from resodoc.reports.entry import Report
from resodoc.reports.json import fields


def render(report: Report) -> str:
    return "".join(json.dumps(fields(entry), ensure_ascii=False) + "\n" for entry in report.entries)
