"""What a pattern needs is in all that it matches, and nothing that the bundled rules find is passed over."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resodoc.literals import needed
from resodoc.match import compiled
from resodoc.rulepack import bundled


@pytest.mark.parametrize(
    ("pattern", "strings"),
    [
        ("срок", {"срок"}),
        ("в срок до", {"в срок до"}),
        ("до|не позднее", {"до", "не позднее"}),
        (r"\d+ мая (?:\d{4} )?года", {" мая "}),
        ("к (?:январю|февралю)", {"январю", "февралю"}),
        ("(?:в )?(?P<term>месяц|недел)[а-я]*", {"месяц", "недел"}),
        ("(?:отв)+етственный", {"етственный"}),
        ("(?:исполнитель)?", {""}),
        (r"\w+|срок", {""}),
        ("(?i:Срок)", {""}),
        ("(?=срок)до", {"до"}),
        ("(?>срок)", {"срок"}),
    ],
)
def test_needed(pattern: str, strings: set[str]) -> None:
    assert needed(pattern) == strings


def patterns() -> st.SearchStrategy[str]:
    """Regular expressions over three letters, of every form that a pattern may have."""
    letters = st.text("абв", min_size=1, max_size=4)
    return st.recursive(
        letters
        | letters.map(lambda a: f"(?i:{a.upper()})")
        | st.sampled_from([".", "[аб]", "(?=а)", "(?<!б)", r"\b"]),
        lambda inner: st.one_of(
            st.tuples(inner, inner).map("".join),
            st.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]})"),
            st.tuples(inner, st.sampled_from("?*+")).map(lambda two: f"(?:{two[0]}){two[1]}"),
        ),
        max_leaves=6,
    )


@given(patterns(), st.text("абв", max_size=12))
def test_every_match_holds_what_is_needed(pattern: str, text: str) -> None:
    found = [m for m in re.finditer(pattern, text) if m.group()]
    assert all(any(string in m.group() for string in needed(pattern)) for m in found)


@pytest.mark.parametrize("rule", [r for r in bundled() if r.pattern], ids=lambda rule: rule.id)
def test_no_bundled_rule_is_kept_from_its_examples(rule) -> None:
    for example in rule.examples:
        m = next(compiled(rule.pattern).finditer(example.text.lower().replace("ё", "е")), None)
        assert m is None or any(string in m.group() for string in needed(rule.pattern))
