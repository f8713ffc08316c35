"""`to_dict` holds to the schema, and the schema to the contract: every key there, no other."""

from __future__ import annotations

import json
from dataclasses import fields, replace

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resodoc import wire
from resodoc.model import Decision, Origin, Resolution, Source, Span, Table

SCHEMA = json.loads(wire.schema())


def closed(schema: object) -> object:
    """The schema with no key allowed that it does not name: the published one lets later versions add some."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    out = {name: closed(part) for name, part in schema.items()}
    return out | {"additionalProperties": False} if "properties" in schema and "required" in schema else out


STRICT = jsonschema.Draft202012Validator(closed(SCHEMA))


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_key_that_the_schema_names_is_required():
    def objects(part: object):
        if isinstance(part, dict):
            if "required" in part:
                yield part
            for value in part.values():
                yield from objects(value)

    for part in objects(SCHEMA):
        assert list(part["properties"]) == part["required"]


def test_a_full_resolution_obeys_the_schema_in_its_order(resolution):
    data = wire.to_dict(resolution)
    STRICT.validate(data)
    assert list(data) == SCHEMA["required"]
    assert list(data["decisions"][0]) == SCHEMA["$defs"]["decision"]["required"]


def test_an_empty_resolution_obeys_the_schema():
    data = wire.to_dict(Resolution(Source("a.txt", "")))
    STRICT.validate(data)
    assert (data["kind"], data["status"], data["title"], data["decisions"]) == ("other", "unknown", None, [])


def test_an_extra_key_and_a_lost_key_are_noticed(resolution):
    data = wire.to_dict(resolution)
    assert not STRICT.is_valid({**data, "new": 1})
    del data["decisions"][0]["act"]
    assert not STRICT.is_valid(data)


def test_the_words_of_a_decision(resolution):
    data = wire.to_dict(resolution)["decisions"][0]
    assert data["owners"] == [
        {
            "name": "Правление",
            "text": "Правлению (Лаптева О.Н.)",
            "role": "executor",
            "kind": "group",
            "post": None,
            "person": "Лаптева О.Н.",
            "inherited": False,
            "confidence": 0.9,
        }
    ]
    assert data["vote"] == {"for": 5, "against": 0, "abstained": 1, "unanimous": False}
    assert data["measures"] == [{"comparator": ">=", "value": 15, "unit": "%", "text": "не менее 15%"}]
    assert isinstance(data["measures"][0]["value"], int)
    assert data["rules"] == ["acts.instruct", "owners.dative"]
    assert data["confidence"] == 0.97


def test_what_was_seen_and_not_understood_is_left_out(resolution):
    first, *_ = resolution.decisions
    blind = replace(first, owners=(replace(first.owners[0], value=None),), act=replace(first.act, value=None))
    data = wire.to_dict(replace(resolution, decisions=(blind,)))["decisions"][0]
    assert (data["owners"], data["act"]) == ([], "other")


LINES = (
    Origin(Span(0, 4), page=1, line=7, bbox=(10, 700, 90, 710)),
    Origin(Span(4, 8), page=1, line=8, bbox=(20, 712, 95.004, 722)),
    Origin(Span(8, 12), page=2, line=1, bbox=(1, 1, 2, 2)),
)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([Span(0, 3)], (1, 7, [10, 700, 90, 710])),
        ([Span(0, 8)], (1, 7, [10, 700, 95.0, 722])),
        ([Span(5, 12)], (1, 8, [20, 712, 95.0, 722])),
        ([Span(0, 2), Span(9, 12)], (1, 7, [10, 700, 90, 710])),
        ([Span(8, 12)], (2, 1, [1, 1, 2, 2])),
        ([Span(12, 14)], (None, None, None)),
    ],
)
def test_the_box_is_that_of_the_lines_on_the_first_page(parts, expected):
    source = Source("a.pdf", "x" * 14, LINES)
    resolution = Resolution(source, decisions=(Decision("1", "x", tuple(parts)),))
    location = wire.to_dict(resolution)["decisions"][0]["location"]
    assert (location["page"], location["line"], location["bbox"]) == expected
    assert (location["start"], location["end"]) == (parts[0].start, parts[-1].stop)


IN_COLUMNS = (
    Origin(Span(0, 4), page=1, line=40, bbox=(50, 700, 290, 710)),
    Origin(Span(4, 8), page=1, line=41, bbox=(50, 712, 290, 722)),
    Origin(Span(8, 12), page=1, line=2, bbox=(310, 60, 550, 70)),
)


@pytest.mark.parametrize(
    ("tables", "box"),
    [
        ((), [50, 700, 290, 722]),  # the columns have text of their own between these lines
        ((Table(Span(0, 12), ((Span(0, 8), Span(8, 12)),)),), [50, 60, 550, 722]),  # the cells of one row
    ],
)
def test_the_box_ends_with_the_column(tables, box):
    source = Source("a.pdf", "x" * 12, IN_COLUMNS, tables=tables)
    resolution = Resolution(source, decisions=(Decision("1", "x", (Span(0, 12),)),))
    assert wire.to_dict(resolution)["decisions"][0]["location"]["bbox"] == box


def test_a_file_name_that_is_no_text_can_be_written():
    source = Source(b"\xff.txt".decode("utf-8", "surrogateescape"), "")
    json.dumps(wire.to_dict(Resolution(source)), ensure_ascii=False).encode("utf-8")


def test_everything_a_decision_knows_reaches_the_output(resolution):
    """A field added to the model must get its key: `parts` alone is told by `location`."""
    told = {"parts": "location"}
    assert {told.get(f.name, f.name) for f in fields(Decision)} == set(
        wire.to_dict(resolution)["decisions"][0]
    )


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_a_quote_is_one_line_of_the_same_words(text, start, length):
    source = Source("a.txt", text)
    span = Span(start, start + length)
    quoted = source.quote(span)
    assert quoted.split() == source.slice(span).split()
    assert "\n" not in quoted and quoted == quoted.strip()
