from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from procure_desktop.domain.errors import (
    FileExistsAlreadyError,
    FileUnreadableError,
    FileUnwritableError,
    ListUnreadableError,
    MissingStampError,
    ReleaseKeysMissingError,
    TrustRootUnreadableError,
    ValidityPassedError,
    WeakPassphraseError,
)
from procure_desktop.domain.request_list import Decision, RequestList, Step
from procure_desktop.exchange.release_authority import DeskPaths, init_desk, publish_release
from procure_desktop.exchange.release_verification import (
    TrustState,
    root_fingerprint,
    verify_release,
)
from procure_desktop.exchange.request_list_file import parse_request_list, write_request_list

Publish = Callable[..., bytes]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_desk_has_three_keys_of_each_kind_and_a_root(made_desk: DeskPaths) -> None:
    assert len(made_desk.root_keys) == len(made_desk.release_keys) == 3
    assert made_desk.fingerprint == root_fingerprint(made_desk.root.read_bytes())


def test_the_keys_are_encrypted_and_their_owner_s_alone(made_desk: DeskPaths) -> None:
    for path in (*made_desk.root_keys, *made_desk.release_keys):
        assert path.read_bytes().startswith(b"-----BEGIN ENCRYPTED PRIVATE KEY-----")
        assert path.stat().st_mode & 0o077 == 0


def test_a_desk_is_never_overwritten(desk: Path, passphrase: str, now: datetime) -> None:
    before = contents(desk)
    with pytest.raises(FileExistsAlreadyError):
        init_desk(desk, passphrase, now)
    assert contents(desk) == before


def test_a_desk_is_not_made_in_place_of_a_file(tmp_path: Path, now: datetime) -> None:
    (tmp_path / "desk").write_text("mine")
    with pytest.raises(FileExistsAlreadyError):
        init_desk(tmp_path / "desk", "long enough", now)


def test_a_desk_is_not_made_below_a_file(tmp_path: Path, now: datetime) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(FileUnwritableError):
        init_desk(tmp_path / "file" / "desk", "long enough", now)


def test_a_short_passphrase_makes_no_desk(tmp_path: Path, now: datetime) -> None:
    with pytest.raises(WeakPassphraseError):
        init_desk(tmp_path / "desk", "short", now)
    assert not (tmp_path / "desk").exists()


def test_what_was_published_says_what_it_is(
    desk: Path,
    tmp_path: Path,
    request_list: RequestList,
    passphrase: str,
    now: datetime,
    last_day: date,
) -> None:
    out = tmp_path / "F.release"
    data = write_request_list(request_list)
    published = publish_release(data, desk, passphrase, out, now, last_day)
    assert (published.serial, published.version, published.lines) == ("TEST-LIST", 1, 2)
    assert (published.number, published.signers, published.expires) == (1, 3, last_day)
    again = publish_release(data, desk, passphrase, out, now, last_day)
    assert again.number == 2
    assert again.sha256 != published.sha256


def test_two_keys_are_enough(
    publish: Publish, desk: Path, trusted: TrustState, request_list: RequestList, now: datetime
) -> None:
    (desk / "release-2.pem").unlink()
    for path in desk.glob("root-*.pem"):
        path.unlink()
    verified = verify_release(publish(), trusted, now)
    assert len(verified.signers) == 2
    assert parse_request_list(verified.list_bytes) == request_list


def test_one_key_is_too_few_and_nothing_is_written(
    publish: Publish, desk: Path, tmp_path: Path
) -> None:
    (desk / "release-1.pem").unlink()
    (desk / "release-3.pem").unlink()
    before = contents(desk)
    with pytest.raises(ReleaseKeysMissingError) as caught:
        publish()
    assert (caught.value.found, caught.value.needed) == (1, 2)
    assert contents(desk) == before
    assert not (tmp_path / "F.release").exists()


def test_a_stranger_s_key_does_not_count(
    publish: Publish, desk: Path, tmp_path: Path, passphrase: str, now: datetime
) -> None:
    other = init_desk(tmp_path / "other", passphrase, now)
    for path in other.release_keys[:2]:
        (desk / path.name).write_bytes(path.read_bytes())
    with pytest.raises(ReleaseKeysMissingError) as caught:
        publish()
    assert caught.value.found == 1


@pytest.mark.parametrize("step", [Step.NATO_VALIDATION, Step.SACEUR_DETERMINATION])
@pytest.mark.parametrize("refused", [True, False])
def test_a_line_without_its_stamps_stays_out_of_a_release(
    step: Step, refused: bool, publish: Publish, request_list: RequestList, tmp_path: Path
) -> None:
    line = request_list.lines[1]
    stamps = [s for s in line.stamps if s.step != step]
    if refused:
        stamps += [replace(s, decision=Decision.REFUSED) for s in line.stamps if s.step == step]
    lines = (request_list.lines[0], replace(line, stamps=tuple(stamps)))
    with pytest.raises(MissingStampError) as caught:
        publish(replace(request_list, lines=lines))
    assert (caught.value.line, caught.value.step) == (line.id, step)
    assert not (tmp_path / "F.release").exists()


def test_a_list_that_breaks_the_schema_is_not_published(
    desk: Path, tmp_path: Path, passphrase: str, now: datetime, last_day: date
) -> None:
    with pytest.raises(ListUnreadableError):
        publish_release(b"{}", desk, passphrase, tmp_path / "F.release", now, last_day)


def test_a_release_does_not_expire_in_the_past(publish: Publish) -> None:
    with pytest.raises(ValidityPassedError):
        publish(expires=date(2026, 11, 1))


@pytest.mark.parametrize("root", [None, b"{"])
def test_without_its_root_a_desk_publishes_nothing(
    root: bytes | None, publish: Publish, desk: Path
) -> None:
    (desk / "1.root.json").unlink()
    if root is not None:
        (desk / "1.root.json").write_bytes(root)
    with pytest.raises(TrustRootUnreadableError):
        publish()


def test_a_release_that_cannot_be_written_leaves_its_number_unused(
    desk: Path,
    tmp_path: Path,
    request_list: RequestList,
    passphrase: str,
    now: datetime,
    last_day: date,
) -> None:
    data = write_request_list(request_list)
    with pytest.raises(FileUnwritableError):
        publish_release(data, desk, passphrase, tmp_path / "no" / "F.release", now, last_day)
    published = publish_release(data, desk, passphrase, tmp_path / "F.release", now, last_day)
    assert published.number == 2


def test_a_stray_root_is_refused(publish: Publish, desk: Path) -> None:
    (desk / "new.root.json").write_bytes(b"{}")
    with pytest.raises(TrustRootUnreadableError):
        publish()


def test_a_damaged_count_is_not_begun_again(publish: Publish, desk: Path) -> None:
    publish()
    (desk / "last-release.txt").write_text("one")
    with pytest.raises(FileUnreadableError):
        publish()
