"""Bytes to text: the encoding is told by the content, whatever a file's name or page claims."""

import codecs
from typing import NoReturn

from kgraph.errors import ReadError
from kgraph.lexicon import table

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ISO_2022 = ("iso2022_jp", "iso2022_jp_ext", "iso2022_jp_2004")
# UTF-8 and EUC-JP reject what is not theirs; cp932 accepts nearly anything, so it comes last.
_ORDER = ("utf-8", "euc_jp", "euc_jis_2004", "cp932")
_TEXT_CONTROLS = b"\t\n\v\f\r\x1a\x1b"
_CONTROLS = bytes(byte for byte in (*range(32), 127) if byte not in _TEXT_CONTROLS)


def decode(data: bytes) -> str:
    """The text of a file's bytes; a character cut off at the end is dropped.

    What a page declares of itself only counts where the content fits none of the encodings that
    Japanese is written in. Raises `ReadError` for an empty file, binary data and damaged text.
    """
    if not data:
        raise ReadError("empty file")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            text = _strict(data, encoding)
            return _unreadable(f"damaged {encoding.removesuffix('-sig').upper()} text") if text is None else text
    if _is_binary(data):
        raise ReadError("not text (binary data)")
    order = _ISO_2022 if data.isascii() and b"\x1b$" in data else _ORDER
    for encoding in order:
        text = _strict(data, encoding)
        if text is not None and not (encoding == "cp932" and _is_mojibake(text)):
            return text
    return _foreign(data)


def _strict(data: bytes, encoding: str) -> str | None:
    """The text, or None where bytes other than an unfinished last character do not fit."""
    try:
        return codecs.getincrementaldecoder(encoding)("strict").decode(data, final=False)
    except UnicodeError:
        return None


def _is_binary(data: bytes) -> bool:
    signatures = (signature.encode("latin-1") for signature in table("reading")["files"]["signatures"])
    if b"\0" in data or data.startswith(tuple(signatures)):
        return True
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return controls * 10 > len(data)


def _is_mojibake(text: str) -> bool:
    """What other text looks like as cp932: half-width katakana all over, or Latin letters and no kana."""
    half = sum("｡" <= char <= "ﾟ" for char in text)
    kana = sum("ぁ" <= char <= "ヾ" for char in text)
    latin = sum(char.isascii() and char.isalpha() for char in text)
    return half * 4 > len(text) or (not kana and latin * 2 > len(text))


def _foreign(data: bytes) -> str:
    _refuse_damaged(data)
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return str(best) if best else _unreadable("unknown character encoding")


def _refuse_damaged(data: bytes) -> None:
    """Text that fits one of the usual encodings but for a few bytes is damaged, not foreign."""
    for encoding in _ORDER:
        text = data.decode(encoding, "replace")
        if text.count("\ufffd") * 20 < sum(char > "\u3000" for char in text) and not _is_mojibake(text):
            _unreadable(f"damaged text ({encoding.replace('_', '-').upper()} with bytes that do not belong to it)")


def _unreadable(reason: str) -> NoReturn:
    raise ReadError(reason)
