from pathlib import Path

import pytest

from procure_desktop.domain.errors import (
    FileExistsAlreadyError,
    FileTooLargeError,
    FileUnreadableError,
    FileUnwritableError,
)
from procure_desktop.files import read_file, stage_file, write_file


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "F.release"
    path.write_bytes(b"old")
    write_file(path, b"new", overwrite=True)
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_what_stands_there_is_not_overwritten_unasked(tmp_path: Path) -> None:
    path = tmp_path / "key.pem"
    write_file(path, b"first", overwrite=False)
    with pytest.raises(FileExistsAlreadyError):
        write_file(path, b"second", overwrite=False)
    assert path.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [path]


def test_a_written_file_is_its_owner_s_alone(tmp_path: Path) -> None:
    write_file(tmp_path / "key.pem", b"key", overwrite=False)
    assert (tmp_path / "key.pem").stat().st_mode & 0o077 == 0


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    for path in (tmp_path / "taken", tmp_path / "no" / "F.release"):
        with pytest.raises(FileUnwritableError) as caught:
            write_file(path, b"new", overwrite=True)
        assert caught.value.path == path
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    (tmp_path / "F").write_bytes(b"12345")
    assert read_file(tmp_path / "F", 5) == b"12345"
    with pytest.raises(FileTooLargeError):
        read_file(tmp_path / "F", 4)
    with pytest.raises(FileUnreadableError):
        read_file(tmp_path / "none", 4)


def test_a_staged_file_is_placed_whole(tmp_path: Path) -> None:
    path = tmp_path / "F.csv"
    with stage_file(path, overwrite=False) as staged:
        staged.made.write_text("whole")
        assert not path.exists()
        staged.place()
    assert path.read_text() == "whole"
    assert list(tmp_path.iterdir()) == [path]


def test_a_staged_file_that_is_not_placed_leaves_nothing(tmp_path: Path) -> None:
    with stage_file(tmp_path / "F.csv", overwrite=True) as staged:
        staged.made.write_text("half")
    assert list(tmp_path.iterdir()) == []


def test_a_staged_file_overwrites_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "F.csv"
    with stage_file(path, overwrite=False) as staged:
        staged.made.write_text("second")
        path.write_text("first")
        with pytest.raises(FileExistsAlreadyError):
            staged.place()
    with stage_file(path, overwrite=True) as staged:
        staged.made.write_text("second")
        staged.place()
    assert path.read_text() == "second"
    with pytest.raises(FileExistsAlreadyError), stage_file(path, overwrite=False):
        pytest.fail("an existing file is refused before anything is written")


def test_a_staged_file_says_why_it_cannot_be_written(tmp_path: Path) -> None:
    with (
        pytest.raises(FileUnwritableError, match="No space"),
        stage_file(tmp_path / "F.csv", overwrite=False),
    ):
        raise OSError(28, "No space left on device")
    with (
        pytest.raises(FileUnwritableError, match="No such file"),
        stage_file(tmp_path / "none" / "F.csv", overwrite=False),
    ):
        pytest.fail("there is no such folder")
