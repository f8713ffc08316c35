"""`resodoc rules`: what the rules are, and whether they keep their own examples."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from resodoc.cli.options import Lang, Rules, completed, rule_set
from resodoc.cli.report import emit, say
from resodoc.messages import text

Folders = Annotated[list[Path] | None, typer.Argument(metavar="DIR")]


def _rule_ids(context: typer.Context, incomplete: str) -> list[str]:
    return completed(incomplete, (rule.id for rule in rule_set(context.params.get("rules"))))


RuleId = Annotated[str, typer.Argument(metavar="ID", autocompletion=_rule_ids)]


def add(app: typer.Typer) -> None:
    group = typer.Typer(callback=rules)
    group.command("list")(list_)
    group.command("test")(test)
    group.command("show")(show)
    app.add_typer(group, name="rules")


def rules(lang: Lang = None) -> None:
    pass


def list_(rules: Rules = None, lang: Lang = None) -> None:
    from resodoc.ruletext import listed

    emit(listed(rule_set(rules)))


def test(folders: Folders = None, lang: Lang = None) -> None:
    from resodoc.rulecheck import check
    from resodoc.ruletext import failed

    known = rule_set(folders)
    failures = [failed(failure) for rule in known for failure in check(rule, known)]
    emit(f"{line}\n" for line in failures)
    say(text("rules-tested", rules=len(known), failures=len(failures)))
    raise typer.Exit(1 if failures else 0)


def show(rule_id: RuleId, rules: Rules = None, lang: Lang = None) -> None:
    from resodoc.ruletext import shown

    emit(shown(rule_id, rule_set(rules)))
