"""The samples are the demo, the tutorial and the golden test: each gives what its `expected.yaml` says."""

from __future__ import annotations

import json

import jsonschema
import pytest

from resodoc.wire import schema
from tests.samples.golden import golden, output, samples

SCHEMA = jsonschema.Draft202012Validator(json.loads(schema()))


@pytest.fixture(scope="module", params=samples(), ids=lambda path: path.parent.name)
def sample(request):
    return request.param, output(request.param)


def test_there_are_samples():
    assert len(samples()) >= 8


def test_a_sample_gives_what_it_should(sample):
    source, data = sample
    assert golden(data) == (source.parent / "expected.yaml").read_text("utf-8")


def test_its_output_obeys_the_schema(sample):
    SCHEMA.validate(sample[1])


def test_what_is_quoted_stands_in_the_document(sample):
    """A decision's place is where its words are."""
    from resodoc import read

    source, data = sample
    text = read(source).text
    for decision in data["decisions"]:
        where = decision["location"]
        words = " ".join(text[where["start"] : where["end"]].split())
        assert decision["text"].split()[0] in words
        assert decision["text"].split()[-1].rstrip(".;,") in words
