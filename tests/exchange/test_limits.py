"""The limits that the schema of a list states are those that are kept, each at its edge."""

import io
import zipfile
from typing import Any

import pytest

from procure_desktop.domain.errors import ListUnreadableError, ReleaseUnreadableError
from procure_desktop.exchange import release_archive, request_list_file
from procure_desktop.exchange.release_archive import pack, unpack
from procure_desktop.exchange.request_list_file import parse_request_list
from procure_desktop.exchange.schema import read_schema
from procure_desktop.exchange.strict_json import load_strict

LIMITS: dict[str, int] = read_schema("request-list")["x-limits"]


def refused(data: bytes) -> str:
    with pytest.raises(ListUnreadableError) as caught:
        parse_request_list(data)
    return caught.value.problem


def test_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert LIMITS["bytes"] == request_list_file.MOST_BYTES == release_archive.MOST_BYTES
    monkeypatch.setattr(request_list_file, "MOST_BYTES", 100)
    assert refused(b'"' + b"a" * 98 + b'"') != "too large"
    assert refused(b'"' + b"a" * 99 + b'"') == "too large"


def test_members() -> None:
    names = [f"{number}.root.json" for number in range(1, LIMITS["members"] + 2)]
    assert len(unpack(pack(dict.fromkeys(names[:-1], b"{}")))) == LIMITS["members"]
    with pytest.raises(ReleaseUnreadableError):
        unpack(pack(dict.fromkeys(names, b"{}")))


def test_ratio() -> None:
    """Nothing is compressed, so that a release never holds more than its own size."""
    assert LIMITS["ratio"] == 1
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("request-list.json", b" " * 10_000_000)
    assert len(packed.getvalue()) < 20_000
    with pytest.raises(ReleaseUnreadableError):
        unpack(packed.getvalue())


def test_depth() -> None:
    deep = LIMITS["depth"]
    assert refused(b"[" * deep + b"]" * deep) != "too deep"
    assert refused(b"[" * (deep + 1) + b"]" * (deep + 1)) == "too deep"
    assert refused(b"[" * 1_000_000) == "too deep"


@pytest.mark.parametrize("form", ['["{text}"]', '{{"{text}": 1}}'])
def test_characters(form: str) -> None:
    longest = LIMITS["characters"]
    assert "too long" not in refused(form.format(text="ї" * longest).encode())
    assert "too long" in refused(form.format(text="ї" * (longest + 1)).encode())


def test_digits() -> None:
    digits = LIMITS["digits"]
    assert refused(b"[" + b"8" * digits + b"]") != "integer too long"
    for more in (1, 4_000, 1_000_000):
        assert refused(b"[" + b"8" * (digits + more) + b"]") == "integer too long"


@pytest.mark.parametrize("number", [b"NaN", b"Infinity", b"-Infinity", b"1e999999999", b"0.5"])
def test_what_is_no_whole_number(number: bytes) -> None:
    assert refused(b'{"version": ' + number + b"}") == "no integer"


def test_within_the_limits_all_is_read() -> None:
    value: Any = {"a": ["ї" * LIMITS["characters"], int("8" * LIMITS["digits"])]}
    text = '{{"a": ["{}", {}]}}'.format(*value["a"])
    limits = {"most_depth": LIMITS["depth"], "most_characters": LIMITS["characters"]}
    assert load_strict(text.encode(), **limits) == value
