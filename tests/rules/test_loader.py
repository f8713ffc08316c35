"""A broken pack can never mean «nothing found»: each way to break one stops at its place, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from resodoc.errors import RulePackError
from resodoc.messages import catalogue
from resodoc.rulepack import bundled, load

GOOD = """\
terms:
  body: комитету|управлению
  whom: $body|отделу
rules:
  - id: owners.one
    why: A house rule.
    pattern: (?P<name>$whom)
    value: {role: executor}
    examples:
      - Поручить [[комитету]].
      - {text: "Поручить [[отделу]].", value: {role: executor}}
    rejects:
      - Комитет решил.
"""

# What is changed in the good pack, the error, the line that it names.
BROKEN = [
    (("rules:\n", "rules: [\n"), "rules-not-yaml", 5),
    (("why: A house rule.", "why: A house rule: of mine"), "rules-not-yaml", 6),
    (("terms:\n", "- terms:\n"), "rules-not-yaml", 4),
    ((GOOD, "- one\n- two\n"), "rules-not-a-mapping", 1),
    ((GOOD, "# nothing yet\n"), "rules-empty", None),
    (("value: {role: executor}\n    examples", "value: executor\n    examples"), "rules-not-a-mapping", 8),
    (
        ("rules:\n  - id: owners.one\n", "rules:\n  - owners.one\n  - id: owners.one\n"),
        "rules-not-a-mapping",
        5,
    ),
    (("    rejects:\n      - Комитет решил.\n", "    rejects: Комитет решил.\n"), "rules-not-a-list", 12),
    (("why: A house rule.", "why: [A house rule.]"), "rules-not-text", 6),
    (("{role: executor}\n    ex", "{role: [executor]}\n    ex"), "rules-not-text", 8),
    (("    why: A house", "    why: Twice.\n    why: A house"), "rules-double-key", 7),
    (("  whom: $body", "  body: $body"), "rules-double-key", 3),
    (("    why:", "    wy:"), "rules-unknown-key", 6),
    (("{role: executor}\n    ex", "{role: boss}\n    ex"), "rules-unknown-value", 8),
    (("terms:\n", "term:\n"), "rules-unknown-key", 1),
    (("{text:", "{txt:"), "rules-unknown-key", 11),
    (("    why: A house rule.\n", ""), "rules-missing-key", 5),
    (("  - id: owners.one\n    why", "  - why"), "rules-missing-key", 5),
    (("    pattern: (?P<name>$whom)\n", ""), "rules-pattern-or-verbs", 5),
    (("    value:", "    verbs: [поручить]\n    value:"), "rules-pattern-or-verbs", 5),
    (("      - Поручить [[комитету]].\n", ""), "rules-too-few-examples", 5),
    (("    rejects:\n      - Комитет решил.\n", ""), "rules-too-few-examples", 5),
    (("<name>$whom", "<name>$who"), "rules-unknown-term", 7),
    (("  whom: $body|отделу", "  whom: $whom|отделу"), "rules-unknown-term", 7),
    (("(?P<name>$whom)", "(?P<name>$whom"), "rules-bad-pattern", 7),
    (("[[комитету]]", "комитету"), "rules-example-unmarked", 10),
    (("[[комитету]]", "[[комитету"), "rules-example-unmarked", 10),
]


@pytest.fixture
def pack(tmp_path):
    def write(text: str, name: str = "owners.yaml") -> Path:
        (tmp_path / name).write_text(text, "utf-8")
        return tmp_path

    return write


def test_the_good_pack_loads(pack):
    (rule,) = load([pack(GOOD)])
    assert (rule.id, rule.kind, rule.at) == ("owners.one", "owners", "owners.yaml:5")
    assert rule.pattern == "(?P<name>(?:(?:комитету|управлению)|отделу))"
    assert [example.text[example.span.start : example.span.stop] for example in rule.examples] == [
        "комитету",
        "отделу",
    ]


@pytest.mark.parametrize(("change", "code", "line"), BROKEN)
def test_a_broken_pack_stops_at_its_place(pack, change, code, line):
    assert change[0] in GOOD
    folder = pack(GOOD.replace(*change))
    with pytest.raises(RulePackError) as caught:
        load([folder])
    assert caught.value.code == code
    place = str(folder / "owners.yaml") + (f":{line}" if line else "")
    assert caught.value.values["at"] == place
    assert str(caught.value).startswith(place)


def test_a_rule_twice(pack):
    again = GOOD[GOOD.index("  - id") :]
    with pytest.raises(RulePackError) as caught:
        load([pack(GOOD + again)])
    assert caught.value.code == "rules-double-id"
    assert caught.value.values["at"].endswith("owners.yaml:14")


def test_a_file_called_after_no_kind_of_rule(pack):
    with pytest.raises(RulePackError) as caught:
        load([pack(GOOD, "owner.yaml")])
    assert (caught.value.code, caught.value.values["near"]) == ("rules-unknown-kind", "owners")


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(RulePackError) as caught:
        load([tmp_path / "nowhere"])
    assert caught.value.code == "rules-no-folder"


def test_a_folder_without_rules_is_no_pack(tmp_path):
    (tmp_path / "acts.yml").write_text("rules: []", "utf-8")
    with pytest.raises(RulePackError) as caught:
        load([tmp_path])
    assert caught.value.code == "rules-no-files"


def test_bytes_that_are_no_text(pack, tmp_path):
    (tmp_path / "owners.yaml").write_bytes("правила".encode("cp1251"))
    with pytest.raises(RulePackError) as caught:
        load([tmp_path])
    assert caught.value.code == "rules-not-yaml"


def test_a_constant_that_its_kind_needs(pack):
    """Told when the interpreter asks for it, with the place of the rule."""
    (rule,) = load([pack(GOOD)])
    assert rule.value["role"] == "executor" and rule.value.get("frame") is None
    with pytest.raises(RulePackError) as caught:
        rule.value["frame"]
    assert (caught.value.code, caught.value.values["at"]) == ("rules-missing-value", "owners.yaml:5")


def test_every_error_of_the_loader_is_tried_here():
    told = {code for _, code, _ in BROKEN} | {
        "rules-double-id",
        "rules-unknown-kind",
        "rules-no-folder",
        "rules-no-files",
        "rules-missing-value",
    }
    source = Path(load.__code__.co_filename).read_text("utf-8")
    assert told == {code for code in catalogue() if f'"{code}"' in source}


# ── scalars, versions, overriding ────────────────────────────────────────────────────────────────────


def test_every_scalar_is_text(pack):
    (rule,) = load(
        [pack(GOOD.replace("{role: executor}\n    ex", "{day: 2024-01-01, number: 0x10, on: yes}\n    ex"))]
    )
    assert rule.value == {"day": "2024-01-01", "number": "0x10", "on": "yes"}


def test_a_later_pack_adds_and_overrides(tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
    (first / "owners.yaml").write_text(GOOD, "utf-8")
    (first / "pack.yaml").write_text("name: first\nversion: 1", "utf-8")
    (second / "owners.yaml").write_text(GOOD.replace("комитету|управлению", "комитету|отряду"), "utf-8")
    (second / "pack.yaml").write_text("name: second\nversion: 2", "utf-8")
    rules = load([first, second])
    assert rules.version == "first 1 + second 2"
    assert len(rules) == 1 and rules.get("owners.one").pattern == "(?P<name>(?:(?:комитету|отряду)|отделу))"


def test_the_bundled_rules_are_there():
    assert len(bundled()) > 20 and bundled().version
