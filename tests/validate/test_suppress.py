"""Silenced in place, accepted by a baseline."""

from __future__ import annotations

import pytest

from resodoc.errors import UsageError
from resodoc.model import Annotation, Decision, Finding, Resolution, Source, Span
from resodoc.suppress import (
    fingerprints,
    in_baseline,
    is_directive,
    not_silenced,
    read_baseline,
    write_baseline,
)

TEXT = "1. Провести осмотр.\nСрок: ____ Ответственный: ____\n2. Провести ремонт.\nСрок: ____\n"


def span(words: str, nth: int = 1) -> Span:
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def resolution(text: str = TEXT, *annotations: Annotation) -> Resolution:
    decisions = (
        Decision("1", "Провести осмотр.", (span("Провести осмотр."),)),
        Decision("2", "Провести ремонт.", (span("Провести ремонт."),)),
    )
    return Resolution(Source("a.txt", text, annotations=annotations), decisions=decisions)


FINDINGS = (
    Finding("deadline-blank", "error", span("Срок: ____"), decision="1"),
    Finding("owner-blank", "error", span("Ответственный: ____"), decision="1"),
    Finding("deadline-blank", "error", span("Срок: ____", 2), decision="2"),
)


def comment(words: str, place: Span) -> Annotation:
    return Annotation("comment", place, words)


@pytest.mark.parametrize(
    ("annotation", "kept"),
    [
        (comment("resodoc: ignore deadline-blank", span("Провести осмотр.")), FINDINGS[1:]),
        (comment("resodoc: ignore deadline-blank, owner-blank", span("осмотр")), FINDINGS[2:]),
        (comment(" resodoc: ignore owner-blank deadline-blank ", span("Срок: ____")), FINDINGS[2:]),
        (comment("resodoc: ignore deadline: так решил директор", span("осмотр")), FINDINGS[1:]),
        (comment("resodoc: ignore all", span("осмотр")), FINDINGS[2:]),
        (comment("resodoc: ignore owner-missing", span("осмотр")), FINDINGS),
        (comment("resodoc: ignore dead", span("осмотр")), FINDINGS),
        (comment("проверить срок", span("осмотр")), FINDINGS),
        (Annotation("highlight", span("осмотр"), "resodoc: ignore deadline-blank"), FINDINGS),
    ],
)
def test_a_comment_silences_its_decision(annotation, kept):
    assert not_silenced(resolution(TEXT, annotation), FINDINGS) == kept


def test_a_directive_is_no_editors_comment():
    assert is_directive(comment("resodoc: ignore owner-blank", Span(0, 1)))
    assert not is_directive(comment("resodoc: ignore", Span(0, 1)))


def test_fingerprints_survive_moved_lines_and_numbers():
    moved = "Преамбула.\n\n" + TEXT.replace("2. ", "3. ")
    shift = moved.index("Провести осмотр") - TEXT.index("Провести осмотр")

    def later(s: Span) -> Span:
        return Span(s.start + shift, s.stop + shift)

    other = Resolution(
        Source("a.txt", moved),
        decisions=(
            Decision("1", "Провести осмотр.", (later(span("Провести осмотр.")),)),
            Decision("3", "Провести ремонт.", (later(span("Провести ремонт.")),)),
        ),
    )
    findings = [
        Finding(f.check, f.level, later(f.span), decision="3" if f.decision == "2" else f.decision)
        for f in FINDINGS
    ]
    assert fingerprints(other, findings) == fingerprints(resolution(), FINDINGS)


def test_fingerprints_are_unique_and_tell_variants_apart():
    twice = (
        FINDINGS[0],
        FINDINGS[0],
        Finding("deadline-blank", "error", FINDINGS[0].span, (("variant", "x"),), "1"),
    )
    prints = fingerprints(resolution(), twice)
    assert len(set(prints)) == 3
    assert prints[0].split("-")[0] == prints[1].split("-")[0] != prints[2].split("-")[0]


def test_a_baseline_is_read_as_written_wherever_the_program_stands(tmp_path, monkeypatch):
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "accepted.json"
    file.write_text(write_baseline([("docs/a.txt", "owner-blank", "f-0")], tmp_path), "utf-8")
    known = read_baseline(file)
    assert in_baseline(known, tmp_path, "docs/a.txt", "f-0")
    assert not in_baseline(known, tmp_path, "docs/a.txt", "f-1")
    monkeypatch.chdir(tmp_path / "docs")
    assert in_baseline(known, tmp_path, "a.txt", "f-0")


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"schema": "other", "findings": []}', '{"schema": "resodoc-baseline/1"}']
)
def test_a_broken_baseline_is_told(tmp_path, text):
    file = tmp_path / "b.json"
    file.write_text(text, "utf-8")
    with pytest.raises(UsageError) as caught:
        read_baseline(file)
    assert caught.value.code == "baseline-unreadable"
