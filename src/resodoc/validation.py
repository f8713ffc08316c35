"""One document → its findings, as the configuration around it asks: the flow behind `resodoc validate`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from resodoc import config as configuration
from resodoc.checks import LEVELS, Check, Settings, Suite, run, table
from resodoc.config import Choice, Config
from resodoc.errors import ResodocError, UsageError
from resodoc.gitdiff import at_revision
from resodoc.model import Finding, Resolution, Source
from resodoc.pipeline import extract
from resodoc.readers import read_bytes
from resodoc.readers.options import ReadOptions
from resodoc.readers.plain.encoding import decode
from resodoc.reports.entry import Entry, entries
from resodoc.rulepack import RuleSet, bundled, bundled_dir, load
from resodoc.suppress import fingerprints, in_baseline, not_silenced, read_baseline


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says; it goes before what the configuration says."""

    config: Path | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    rules: tuple[Path, ...] = ()
    owners_register: Path | None = None
    baseline: Path | None = None
    diff_from: str | None = None
    today: date | None = None
    ocr: str = "auto"
    accepted: bool = False
    """Whether to show also what a baseline accepts."""


class Validator:
    """Checks documents one by one; what they share is read once. Raises ResodocError for what cannot be done."""

    def __init__(self, options: Options | None = None) -> None:
        self.options = options or Options()
        self._find, self._load = cache(configuration.find), cache(configuration.load)
        self._rule_set, self._tables = cache(_rule_set), cache(table)
        self._register, self._baseline = cache(read_register), cache(read_baseline)

    def entries(self, source: Source) -> tuple[Entry, ...]:
        """The findings on one document, less what is silenced, accepted, or older than the revision asked for."""
        path = Path(source.name) if Path(source.name).is_file() else None
        resolution, findings = self._found(source, path)
        old = self._old(path) if self.options.diff_from and path else frozenset()
        kept = [
            (finding, fingerprint)
            for finding, fingerprint in zip(findings, fingerprints(resolution, findings), strict=True)
            if fingerprint not in old and not self._is_accepted(source.name, path, fingerprint)
        ]
        checks = {check.id: check for check in self._table(path)}
        return entries(resolution, [f for f, _ in kept], [p for _, p in kept], checks, _written(source, path))

    def prepare(self, paths: Iterable[Path | None]) -> None:
        """Read what the documents at `paths` need, so that a wrong configuration is told once and before all work."""
        for path in paths:
            self._suite(path)
            if file := self._baseline_of(path):
                self._baseline(file)

    def fails(self, level: str | None) -> frozenset[str]:
        """The levels that make the run fail: `level` and what is worse, else as the configuration here says."""
        least = level or self._config(None).fail_on or "error"
        return frozenset(LEVELS[LEVELS.index(least) :])

    @property
    def table(self) -> tuple[Check, ...]:
        """All checks, those of the rule packs that the configuration here names among them."""
        return self._table(None)

    def _found(self, source: Source, path: Path | None) -> tuple[Resolution, tuple[Finding, ...]]:
        resolution = extract(source, self._rules(path), self.options.today)
        return resolution, not_silenced(resolution, run(resolution, self._suite(path)))

    def _old(self, path: Path) -> frozenset[str]:
        """The fingerprints of what was found at the revision; none when the document was not there, or not readable."""
        data = at_revision(path, self.options.diff_from or "")
        try:
            source = read_bytes(data, str(path), ReadOptions(self.options.ocr)) if data else None
        except ResodocError:
            return frozenset()
        return frozenset(fingerprints(*self._found(source, path))) if source else frozenset()

    def _is_accepted(self, name: str, path: Path | None, fingerprint: str) -> bool:
        file = self._baseline_of(path)
        return file is not None and in_baseline(
            self._baseline(file), file.resolve().parent, name, fingerprint
        )

    def _baseline_of(self, path: Path | None) -> Path | None:
        return None if self.options.accepted else self.options.baseline or self._config(path).baseline

    def _config(self, path: Path | None) -> Config:
        if self.options.config:
            return self._load(self.options.config)
        return self._find(path.resolve().parent if path else Path.cwd())

    def _rules(self, path: Path | None) -> RuleSet:
        return self._rule_set((*self._config(path).rules, *self.options.rules))

    def _table(self, path: Path | None) -> tuple[Check, ...]:
        return self._tables(self._rules(path))

    def _suite(self, path: Path | None) -> Suite:
        config, checks = self._config(path), self._table(path)
        choice = configuration.chosen(config, path, checks, Choice(self.options.select, self.options.ignore))
        register = self.options.owners_register or config.owners_register
        return Suite(
            checks=tuple(check for check in checks if check.id in (choice.select or ())),
            levels=choice.level,
            settings=Settings(
                today=self.options.today,
                limits=config.limits,
                owners=self._register(register) if register else None,
                required=config.required,
                abbreviations=config.abbreviations,
            ),
        )


def _written(source: Source, path: Path | None) -> str | None:
    """The file's own text, if it is one and what was read: standard input may be what an editor has not saved yet."""
    data = path.read_bytes() if path and source.format == "txt" else b""
    is_read = hashlib.sha256(data).hexdigest() == source.sha256
    return decode(data, source.name)[0] if is_read else None


def _rule_set(folders: tuple[Path, ...]) -> RuleSet:
    return load([bundled_dir(), *folders]) if folders else bundled()


def read_register(file: Path) -> tuple[tuple[str, ...], ...]:
    """The register of owners: each line's names, the first is the one to suggest. Raises UsageError."""
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("register-unreadable", name=file) from error
    rows = (line.partition("#")[0].replace("\t", ";").split(";") for line in lines)
    return tuple(names for row in rows if (names := tuple(name.strip() for name in row if name.strip())))
