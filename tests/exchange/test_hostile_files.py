"""Files made to harm are refused by a process that has little memory: no bomb is unpacked to be refused."""

import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")

MEMORY = 400 * 1024 * 1024
"""Of address space: what the program's modules take and less than 200 MB more."""

READER = """
import resource, sys
from pathlib import Path
from procure_desktop.domain.errors import Refusal
from procure_desktop.exchange.release_archive import unpack
from procure_desktop.exchange.request_list_file import parse_request_list
most = int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_AS, (most, most))
read = {"release": unpack, "list": parse_request_list}[sys.argv[1]]
try:
    read(Path(sys.argv[2]).read_bytes())
except Refusal as refusal:
    print(type(refusal).__name__)
"""


def read_with_little_memory(kind: str, data: bytes, folder: Path) -> str:
    """The name of the refusal; a reader that ran out of memory, or was killed, gives none."""
    path = folder / "hostile"
    path.write_bytes(data)
    arguments = [sys.executable, "-c", READER, kind, str(path), str(MEMORY)]
    done = subprocess.run(arguments, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def zipped(method: int, members: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def bomb(method: int) -> Callable[[], bytes]:
    return lambda: zipped(method, {"request-list.json": bytes(1_000_000_000)})


@pytest.mark.parametrize(
    "make",
    [
        bomb(zipfile.ZIP_DEFLATED),
        lambda: zipped(
            zipfile.ZIP_STORED, dict.fromkeys((f"{n}.root.json" for n in range(1, 50_000)), b"")
        ),
        lambda: zipped(zipfile.ZIP_STORED, {"../request-list.json": b"{}"}),
        lambda: b"PK\x05\x06" + b"\xff" * 18,
    ],
    ids=["bomb", "members", "traversal", "directory"],
)
def test_a_hostile_release_is_refused(make: Callable[[], bytes], tmp_path: Path) -> None:
    assert read_with_little_memory("release", make(), tmp_path) == "ReleaseUnreadableError"


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 5_000_000,
        b'{"a":' * 1_000_000,
        b'"' + b"a" * 20_000_000 + b'"',
        b"[" + b"9" * 5_000_000 + b"]",
        b'{"version": 1e999999999}',
        b'{"serial": "A", "serial": "B"}',
        b'["' + b"\\u0000" * 1_000_000 + b'"]',
        b"[" + b"[]," * 1_000_000 + b"[]]",
    ],
    ids=["depth", "objects", "string", "digits", "exponent", "keys", "escapes", "breadth"],
)
def test_a_hostile_list_is_refused(data: bytes, tmp_path: Path) -> None:
    assert read_with_little_memory("list", data, tmp_path) == "ListUnreadableError"


def test_the_limit_of_the_memory_is_felt(tmp_path: Path) -> None:
    """What is not refused first would run out of it."""
    path = tmp_path / "hostile"
    path.write_bytes(b" " * 10)
    arguments = [
        sys.executable,
        "-c",
        READER + "bytes(500_000_000)",
        "list",
        str(path),
        str(MEMORY),
    ]
    done = subprocess.run(arguments, check=False, capture_output=True, text=True)
    assert "MemoryError" in done.stderr
