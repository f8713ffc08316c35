"""Zip files that come from strangers: how much they unpack to is known before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib

from resodoc.errors import ReadError

MAX_PART = 64 * 1024**2
MAX_UNPACKED = 512 * 1024**2
_MAX_PARTS = 10_000
_MAX_RATIO = 100  # text shrinks to a tenth, seldom to a thirtieth
_HARMLESS = 16 * 1024**2


def opened(data: bytes, name: str) -> zipfile.ZipFile:
    """The zip file that `data` is; raises ReadError when it is damaged, encrypted, or unpacks to more than is safe."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
        raise ReadError("read-corrupt", name=name) from error
    size = sum(part.file_size for part in parts)
    if len(parts) > _MAX_PARTS or size > MAX_UNPACKED or (size > _HARMLESS and size > _MAX_RATIO * len(data)):
        raise ReadError("read-zip-bomb", name=name, limit=MAX_UNPACKED // 1024**2)
    if any(part.flag_bits & 1 for part in parts):
        raise ReadError("read-encrypted", name=name)
    return archive


def unpacked(archive: zipfile.ZipFile, part: str, name: str) -> bytes | None:
    """The bytes of `part`, None when there is none. Never unpacks more than MAX_PART, whatever the directory says."""
    try:
        with archive.open(part) as stream:
            data = stream.read(MAX_PART + 1)
    except KeyError:
        return None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise ReadError("read-corrupt", name=name) from error
    if len(data) > MAX_PART:
        raise ReadError("read-zip-bomb", name=name, limit=MAX_PART // 1024**2)
    return data
