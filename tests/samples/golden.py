"""What each sample gives, as it stands in its `expected.yaml`, and one of them in the README.

`python -m tests.samples.golden` writes all of it anew: read the change (`git diff`) before you commit it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console

from resodoc import extract, read, to_dict
from resodoc.cli.view import view
from resodoc.messages import choose
from resodoc.writers import dumps

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
README = ROOT / "README.md"
SHOWN = SAMPLES / "05-order" / "source.txt"
TODAY = date(2025, 1, 31)
# Of the file, not of what it says: another save of the same document changes them.
_VOLATILE = ("path", "sha256", "bytes")


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """Fix the language of messages, whatever the locale."""
    choose(lang)
    try:
        yield
    finally:
        choose(None)


def samples() -> list[Path]:
    """The documents of the samples, in order."""
    return sorted(SAMPLES.glob("*/source.*"))


def output(source: Path) -> dict[str, Any]:
    """The sample's output in full."""
    with speaking("ru"):
        return to_dict(extract(read(source, name=source.relative_to(ROOT).as_posix()), today=TODAY))


def golden(data: dict[str, Any]) -> str:
    """The output as `expected.yaml` keeps it."""
    lasting = {key: value for key, value in data["source"].items() if key not in _VOLATILE}
    return dumps([{**data, "source": lasting}], "yaml")


def readme_view() -> str:
    """What the README shows of the order: the view on a terminal 80 columns wide."""
    console, data = Console(file=io.StringIO(), width=80), output(SHOWN)
    with speaking("en"):
        console.print(view(data))
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines()).strip() + "\n"


def readme_data() -> str:
    """What the README shows of the data: the order's third decision."""
    return dumps([output(SHOWN)["decisions"][2:3]], "yaml")


def readme(text: str) -> str:
    """The README `text` with what it shows brought up to date."""
    shown = r"(```console\n\$ resodoc parse samples/05-order\n).*?(```)"
    data = r"(```yaml\n)(?:- id.*?)?(```)"
    text = re.sub(shown, lambda m: m[1] + readme_view() + m[2], text, count=1, flags=re.DOTALL)
    return re.sub(data, lambda m: m[1] + readme_data() + m[2], text, count=1, flags=re.DOTALL)


def main() -> None:
    for source in samples():
        (source.parent / "expected.yaml").write_text(golden(output(source)), "utf-8")
    README.write_text(readme(README.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
