"""The options that several commands share, and what their values mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from resodoc.errors import UsageError
from resodoc.messages import LANGUAGES


def one_of(option: str, choices: Iterable[str]) -> Callable[[str], str]:
    """A parser that lets only `choices` through."""
    known = tuple(choices)

    def parse(value: str) -> str:
        if value not in known:
            raise UsageError("bad-choice", option=option, value=value, choices=", ".join(known))
        return value

    return parse


def choice(*names: str, of: Iterable[str]):
    """An option whose value is one of a few words, completed by the shell."""
    known = tuple(of)
    return typer.Option(
        *names,
        parser=one_of(names[0], known),
        show_default=False,
        metavar="|".join(known),
        autocompletion=lambda incomplete: [word for word in known if word.startswith(incomplete)],
    )


def completed(incomplete: str, known: Iterable[str]) -> list[str]:
    """What of `known` the last name of a list parted by commas may become, with what stands before it."""
    before, comma, begun = incomplete.rpartition(",")
    return [f"{before}{comma}{name}" for name in known if name.startswith(begun)]


def one_character(option: str) -> Callable[[str], str]:
    """A parser for a character that may stand between cells; `\\t` is the tab."""

    def parse(value: str) -> str:
        char = "\t" if value == "\\t" else value
        if len(char) != 1 or char in '"\r\n':
            raise UsageError("bad-delimiter", option=option, value=value)
        return char

    return parse


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise UsageError("bad-date", option="--today", value=value) from None


Paths = Annotated[list[str], typer.Argument(metavar="PATH")]
Lang = Annotated[str | None, choice("--lang", of=LANGUAGES)]
Today = Annotated[date | None, typer.Option("--today", parser=_day, metavar="YYYY-MM-DD")]
Rules = Annotated[list[Path] | None, typer.Option("--rules", metavar="DIR")]
Ocr = Annotated[str, choice("--ocr", of=("auto", "always", "never"))]
StdinName = Annotated[str, typer.Option("--stdin-filename", metavar="NAME", show_default=False)]
Quiet = Annotated[bool, typer.Option("--quiet", "-q")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v")]


def rule_set(folders: Iterable[Path] | None):
    """The bundled rules, with those of `folders` added to and set over them. Raises RulePackError."""
    from resodoc.rulepack import bundled, bundled_dir, load

    return load([bundled_dir(), *folders]) if folders else bundled()
