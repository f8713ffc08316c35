"""JUnit XML: a suite a document, a case a finding; what does not fail the run is a passed case that says so, what could
not be checked an error."""

from __future__ import annotations

import re
from xml.etree import ElementTree as xml

from resodoc.messages import text
from resodoc.reports.entry import Entry, Report

_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report) -> str:
    root = xml.Element("testsuites", name="resodoc")
    for path in report.paths:
        _suite(root, path, [entry for entry in report.entries if entry.path == path], report.fails)
    for path, reason in report.unchecked:
        _unchecked(root, path, reason)
    xml.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + xml.tostring(root, encoding="unicode") + "\n"


def _suite(root: xml.Element, path: str, entries: list[Entry], fails: frozenset[str]) -> None:
    failures = sum(entry.level in fails for entry in entries)
    counts = {"tests": str(len(entries) or 1), "failures": str(failures), "errors": "0", "skipped": "0"}
    suite = xml.SubElement(root, "testsuite", name=_clean(path), **counts)
    if not entries:
        _whole(suite, path)
    for entry in entries:
        name = f"{entry.check} ({entry.line}:{entry.column})"
        case = xml.SubElement(
            suite, "testcase", classname=_clean(path), name=name, file=_clean(path), line=str(entry.line)
        )
        words = _clean(f"{entry.message}\n{entry.text}\n{entry.suggestion}".strip())
        if entry.level in fails:
            xml.SubElement(case, "failure", type=entry.level, message=_clean(entry.message)).text = words
        else:
            xml.SubElement(case, "system-out").text = f"{text(f'check-level-{entry.level}')}: {words}"


def _unchecked(root: xml.Element, path: str, reason: str) -> None:
    counts = {"tests": "1", "failures": "0", "errors": "1", "skipped": "0"}
    suite = xml.SubElement(root, "testsuite", name=_clean(path), **counts)
    xml.SubElement(_whole(suite, path), "error", message=_clean(reason))


def _whole(suite: xml.Element, path: str) -> xml.Element:
    """The case that stands for the document as a whole."""
    return xml.SubElement(
        suite, "testcase", classname=_clean(path), name="resodoc validate", file=_clean(path)
    )


def _clean(words: str) -> str:
    """Without the characters that XML 1.0 has no way to write."""
    return _NOT_XML.sub("\ufffd", words)
