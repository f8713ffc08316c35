"""What `explain` and `rules show` call things, in the language of the run."""

from __future__ import annotations

import pytest

from resodoc.explain import explained
from resodoc.messages import choose
from resodoc.rulepack import bundled
from resodoc.ruletext import shown

LABELS = {
    "en": (["\nwords (verbs): министерство", "\nexamples:\n"], ["kind: minutes", "\n[item] "]),
    "ru": (["\nслова (verbs): министерство", "\nнаходит (examples):\n"], ["вид: minutes", "\n[пункт] "]),
}


@pytest.fixture(params=LABELS)
def labels(request):
    choose(request.param)
    yield LABELS[request.param]
    choose(None)


def test_labels_of_a_rule(labels):
    page = "".join(shown("owner.body", bundled()))
    assert all(label in page for label in labels[0])


def test_labels_of_a_document(labels, resolution):
    told = explained(resolution, bundled())
    assert all(label in told for label in labels[1])
