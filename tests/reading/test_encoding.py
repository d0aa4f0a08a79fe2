import codecs

import pytest

from tests.reading.conftest import ReadOne, Refuse

TEXT = "露米首脳、停戦で一致\nロシアと米国の首脳は、ドネツク州での停戦に合意した。次回はイスタンブールで会う。"
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp932", "euc_jp", "iso2022_jp"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_content_tells_the_encoding(read_one: ReadOne, encoding: str) -> None:
    assert read_one("a.txt", TEXT.encode(encoding)).text == TEXT


@pytest.mark.parametrize(("bom", "encoding"), [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")])
def test_utf_16_is_read_in_both_byte_orders(read_one: ReadOne, bom: bytes, encoding: str) -> None:
    assert read_one("a.txt", bom + TEXT.encode(encoding)).text == TEXT


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("cut", range(1, 10))
def test_text_that_was_cut_off_is_read_to_its_last_whole_character(read_one: ReadOne, encoding: str, cut: int) -> None:
    article = read_one("a.txt", TEXT.encode(encoding)[:-cut])
    assert TEXT.startswith(article.text)
    assert len(article.text) >= len(TEXT) - 10


@pytest.mark.parametrize(("encoding", "text"), [("cp932", "①髙市首相が㈱と∑"), ("euc_jis_2004", "①番目の合意である")])
def test_characters_of_vendors_are_read(read_one: ReadOne, encoding: str, text: str) -> None:
    assert read_one("a.txt", f"首脳会談のまとめ\n{text}を語った。".encode(encoding)).text.endswith(f"{text}を語った。")


def test_text_in_another_language_is_read_too(read_one: ReadOne) -> None:
    text = "The president’s envoy called the talks “useful” – and said the parties’ next round would follow. " * 5
    assert read_one("a.txt", text.encode("cp1252")).text == text.strip()


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"PK\x03\x04abc",
        b"\x1f\x8b\x08abc",
        b"%PDF-1.7 abc",
        "停戦".encode() + b"\0" * 9,
        bytes(range(1, 9)) * 40,
    ],
)
def test_binary_data_is_no_text_whatever_its_name(refuse: Refuse, data: bytes) -> None:
    assert refuse("a.txt", data) == "not text (binary data)"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty file"),
        (b" \n\t\r\n", "no text (white space only)"),
        ("　\n　".encode(), "no text (white space only)"),
        (codecs.BOM_UTF8, "no text (white space only)"),
    ],
)
def test_files_without_text_say_so(refuse: Refuse, data: bytes, reason: str) -> None:
    assert refuse("a.txt", data) == reason


@pytest.mark.parametrize("encoding", ["utf-8", "euc_jp"])
def test_damaged_text_is_refused_rather_than_read_as_garbage(refuse: Refuse, encoding: str) -> None:
    data = (TEXT * 20).encode(encoding)
    assert refuse("a.txt", data[:300] + b"\xff" + data[300:]).startswith("damaged text")
    assert refuse("b.txt", b"\xef\xbb\xbf" + data[:300] + b"\xff\xff") == "damaged UTF-8 text"
