"""What each sample gives, as it stands in its `expected.yaml`.

`python -m tests.samples.golden` writes the files anew: read the change (`git diff samples`) before you commit it.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from resodoc import extract, read, to_dict
from resodoc.messages import choose
from resodoc.writers import dumps

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
TODAY = date(2025, 1, 31)
# Of the file, not of what it says: another save of the same document changes them.
_VOLATILE = ("path", "sha256", "bytes")


def samples() -> list[Path]:
    """The documents of the samples, in order."""
    return sorted(SAMPLES.glob("*/source.*"))


def output(source: Path) -> dict[str, Any]:
    """The sample's output in full."""
    choose("ru")
    try:
        return to_dict(extract(read(source), today=TODAY))
    finally:
        choose(None)


def golden(data: dict[str, Any]) -> str:
    """The output as `expected.yaml` keeps it."""
    lasting = {key: value for key, value in data["source"].items() if key not in _VOLATILE}
    return dumps([{**data, "source": lasting}], "yaml")


def main() -> None:
    for source in samples():
        (source.parent / "expected.yaml").write_text(golden(output(source)), "utf-8")


if __name__ == "__main__":
    main()
