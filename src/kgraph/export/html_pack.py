"""Plain data as the text of a script element: records as columns, and compressed where there are very many."""

import base64
import gzip
import json
from collections.abc import Mapping, Sequence
from typing import Any

Json = dict[str, Any]

# Up to so many characters the data can be read by anybody who opens the file.
PLAIN = 4_000_000
# What would end a script element, or a line of JavaScript, inside the data.
ESCAPES = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})


def table(records: Sequence[Mapping[str, Any]]) -> Json:
    """Records with the same fields, as one list for each field: each name is written once."""
    return {name: [record[name] for record in records] for name in records[0]} if records else {}


def block(data: Json) -> tuple[str, str]:
    """The media type and the text of the data: JSON, or gzip in base64."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    if len(text) <= PLAIN:
        return "application/json", text.translate(ESCAPES)
    packed = gzip.compress(text.encode("utf-8", "replace"), mtime=0)
    return "application/gzip", base64.b64encode(packed).decode()
