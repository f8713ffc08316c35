"""Resolutions, decisions and minutes of Russian organisations as data: who must do what by when.

>>> import resodoc
>>> source = resodoc.read(Path("protocol.docx"))       # Source: the text, composed once
>>> resolution = resodoc.extract(source)               # Resolution: what it decides
>>> resodoc.to_dict(resolution)                        # the same as plain data, `resodoc/1`
>>> print(resodoc.dumps([resodoc.to_dict(resolution)], "yaml"))
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resodoc.pipeline import extract
    from resodoc.readers import read
    from resodoc.wire import to_dict
    from resodoc.writers import dumps

__version__ = "0.1.0"
__all__ = ["dumps", "extract", "read", "to_dict"]

_HOMES = {"read": "readers", "extract": "pipeline", "to_dict": "wire", "dumps": "writers"}


def __getattr__(name: str) -> object:
    """The public verbs, imported at first use: `import resodoc` alone costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
