from pathlib import Path

import pytest

from procure_desktop.domain.errors import FileUnwritableError
from procure_desktop.exchange.atomic_file import write_atomically, write_new


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "F.release"
    path.write_bytes(b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    for path in (tmp_path / "taken", tmp_path / "no" / "F.release"):
        with pytest.raises(FileUnwritableError) as caught:
            write_atomically(path, b"new")
        assert caught.value.path == path
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_a_new_file_is_its_owner_s_alone_and_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "key.pem"
    write_new(path, b"first")
    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileUnwritableError):
        write_new(path, b"second")
    assert path.read_bytes() == b"first"
