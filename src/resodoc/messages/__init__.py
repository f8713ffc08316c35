"""What the program says to people: one entry a message, in Russian and English, in the YAML files beside this one.

An entry is `code: {ru: …, en: …}`; `{name}` marks a place that a value fills. Every message of a failure
says what to do next.
"""

from __future__ import annotations

import locale
import os
from functools import cache
from importlib.resources import files

LANGUAGES = ("ru", "en")
_chosen: list[str] = []


def choose(lang: str | None) -> None:
    """Fix the language of messages for this process; `None` goes back to the locale's."""
    _chosen[:] = [lang] if lang else []


def language() -> str:
    """The chosen language, else the locale's: Russian for ru_*, English otherwise."""
    if _chosen:
        return _chosen[0]
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "ru" if value.lower().startswith("ru") else "en"
    return "ru" if (locale.getlocale()[0] or "").lower().startswith("ru") else "en"


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """All messages by code. Raises ValueError when two files define the same code."""
    import yaml

    # Every start of the program reads all messages: libyaml does it eight times faster.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    out: dict[str, dict[str, str]] = {}
    for file in sorted(files(__name__).iterdir(), key=lambda f: f.name):
        if not file.name.endswith(".yaml"):
            continue
        for code, texts in yaml.load(file.read_text("utf-8"), Loader=loader).items():
            if code in out:
                raise ValueError(f"{file.name}: message {code!r} is defined twice")
            out[code] = texts
    return out


def text(code: str, lang: str | None = None, **values: str) -> str:
    """The message `code` in `lang` (or the chosen language) with its places filled."""
    return catalogue()[code][lang or language()].format_map(values)
