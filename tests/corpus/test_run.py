"""The same work on many documents: one that fails never stops the next."""

from __future__ import annotations

import io
import sys

from resodoc.corpus.discover import discover
from resodoc.corpus.run import each
from resodoc.errors import ReadError
from resodoc.readers.options import ReadOptions


def words(source):
    if "беда" in source.text:
        raise ZeroDivisionError("work")
    return source.text.split()


def test_every_document_gets_its_outcome_in_order(tmp_path):
    for name, text in (("a.txt", "первый"), ("b.txt", "беда"), ("d.txt", "третий")):
        (tmp_path / name).write_text(text, "utf-8")
    documents, _ = discover([str(tmp_path / name) for name in ("a.txt", "b.txt", "c.txt", "d.txt")])
    outcomes = list(each(documents, words, ReadOptions()))
    assert [outcome.document for outcome in outcomes] == list(documents)
    assert [outcome.result for outcome in outcomes] == [["первый"], None, None, ["третий"]]
    assert [type(outcome.error) for outcome in outcomes] == [
        type(None),
        ZeroDivisionError,
        ReadError,
        type(None),
    ]


def test_nothing_is_read_before_it_is_asked_for(tmp_path):
    (tmp_path / "a.txt").write_text("первый", "utf-8")
    documents, _ = discover([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    outcomes = each(documents, words, ReadOptions())
    assert next(outcomes).result == ["первый"]
    (tmp_path / "b.txt").write_text("второй", "utf-8")
    assert next(outcomes).result == ["второй"]


def test_standard_input_is_read_under_its_name(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("из трубы".encode())))
    documents, _ = discover(["-"], "письмо.txt")
    (outcome,) = each(documents, lambda source: (source.name, source.text.strip()), ReadOptions())
    assert outcome.result == ("письмо.txt", "из трубы")
