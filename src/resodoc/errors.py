"""Everything that resodoc raises on purpose. The words stand in the catalogue (`messages/`), under `code`."""

from __future__ import annotations


class ResodocError(Exception):
    """Something could not be done. `code` names the message in the catalogue, `values` fill its places."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = {name: str(value) for name, value in values.items()}

    def __str__(self) -> str:
        from resodoc.messages import text

        return text(self.code, **self.values)


class ReadError(ResodocError):
    """A document could not be read; `values` carries `name`, the document's path as given."""


class RulePackError(ResodocError):
    """A rule pack is broken; `values` carries `at`, the place as file:line."""


class UsageError(ResodocError):
    """The command line or a configuration file asks for what cannot be done."""
