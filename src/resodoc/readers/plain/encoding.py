"""bytes → str: UTF-8, UTF-16, and the one-byte encodings of Russian texts since the eighties."""

from __future__ import annotations

import codecs
import re

from resodoc.errors import ReadError
from resodoc.language import morph
from resodoc.readers.plain.spacing import tidy

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32", "utf-32"),
    (b"\xff\xfe", "utf-16", "utf-16"),
    (b"\xfe\xff", "utf-16", "utf-16"),
)
_ONE_BYTE = {
    "cp1251": "windows-1251",
    "koi8_r": "koi8-r",
    "cp866": "cp866",
    "iso8859_5": "iso-8859-5",
    "mac_cyrillic": "x-mac-cyrillic",
}
"""Python's name → the usual one (IANA's where it has one), the likeliest first."""

_SAMPLE_BYTES = 64 * 1024
_SAMPLE_LINES = 60
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x19]")


def decode(data: bytes, name: str, declared: str | None = None) -> tuple[str, str]:
    """The text, and the usual name of its encoding. A byte order mark decides, then whether it is valid UTF-8,
    then what the document says of itself (`declared`), then what reads as Russian.

    Raises ReadError when it reads in no encoding.
    """
    for bom, codec, usual in _BOMS:
        if data.startswith(bom):
            return _strict(data, codec, name), usual
    if codec := _utf16_without_mark(data):
        return _strict(data, codec, name), "utf-16"
    for codec in filter(None, ("utf-8", declared)):
        try:
            return data.decode(codec), _ONE_BYTE.get(_python_name(codec), codec.lower())
        except (UnicodeDecodeError, LookupError):
            continue
    if text := _damaged_utf8(data):
        return text, "utf-8"
    codec = _guess(data, name)
    return data.decode(codec, "replace"), _ONE_BYTE[codec]


def _strict(data: bytes, codec: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise ReadError("read-undecodable", name=name) from error


def _python_name(codec: str) -> str:
    return codecs.lookup(codec).name.replace("-", "_")


def _damaged_utf8(data: bytes) -> str | None:
    """A UTF-8 text with a few broken characters, as at the end of a file that was cut short."""
    text = data.decode("utf-8", "replace")
    beyond_ascii = sum(char > "\x7f" for char in text)
    return text if 50 * text.count("\ufffd") < beyond_ascii else None


def _utf16_without_mark(data: bytes) -> str | None:
    """In Cyrillic and Latin UTF-16 nearly every second byte is 04 or 00; in any other text hardly one is."""
    sample = data[:4096]
    for offset, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = sample[offset::2]
        if len(high) > 3 and sum(byte in (0, 4) for byte in high) > 0.8 * len(high):
            return codec
    return None


def _guess(data: bytes, name: str) -> str:
    """The one-byte encoding in which most words are in the dictionary: a short text has too few letters for
    statistics, yet a word read in a wrong encoding is no word. charset-normalizer decides a draw."""
    from charset_normalizer import from_bytes

    sample = data[:_SAMPLE_BYTES]
    if _CONTROL.search(sample):
        raise ReadError("read-undecodable", name=name)
    best = from_bytes(sample, cp_isolation=list(_ONE_BYTE), enable_fallback=False).best()
    likely = best.encoding if best else "cp1251"
    return max(_ONE_BYTE, key=lambda codec: (_russian(sample, codec), codec == likely))


def _russian(sample: bytes, codec: str) -> float:
    """The share of letters that stand in words of the dictionary, capitals only where words have them."""
    text = "\n".join(tidy(line) for line in sample.decode(codec, "replace").splitlines()[:_SAMPLE_LINES])
    words = [w.text for w in morph.words(text) if len(w.text) > 1]
    letters = sum(map(len, words))
    cased = (w for w in words if w.islower() or w.isupper() or w.istitle())
    return sum(len(w) for w in cased if morph.known(w)) / letters if letters else 0.0
