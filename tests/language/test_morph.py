"""Word forms that the dictionary has never seen must be read as unknown, and stop nothing."""

from __future__ import annotations

import pytest

from resodoc.language import morph


@pytest.mark.parametrize("form", ["Aa𗀀", "𗀀"])
def test_characters_without_a_name_are_no_known_word(form: str) -> None:
    assert morph.readings(form)
    assert not morph.readings(form)[0].known
    assert morph.inflect(form, frozenset({"gent"})) in (None, form.lower())
