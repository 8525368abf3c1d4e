import io
import warnings
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_desktop.domain.errors import ReleaseUnreadableError
from procure_desktop.exchange import release_archive
from procure_desktop.exchange.release_archive import LIST_NAME, MOST_MEMBERS, pack, unpack

MEMBERS = {"1.root.json": b"root", "timestamp.json": b"", LIST_NAME: b"{}" * 50}


def zipped(names: list[str], data: bytes = b"x" * 200, method: int = zipfile.ZIP_STORED) -> bytes:
    file = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(file, "w", method) as archive:
        warnings.simplefilter("ignore")  # A name twice is what is wanted here.
        for name in names:
            archive.writestr(name, data)
    return file.getvalue()


def test_members_come_back() -> None:
    assert unpack(pack(MEMBERS)) == MEMBERS


def test_the_same_members_are_the_same_bytes() -> None:
    assert pack(MEMBERS) == pack(dict(MEMBERS))


def test_a_release_is_not_compressed() -> None:
    assert MEMBERS[LIST_NAME] in pack(MEMBERS)


@pytest.mark.parametrize(
    "name",
    [
        "../root.json",
        "/etc/passwd",
        "..\\timestamp.json",
        "folder/timestamp.json",
        "folder/",
        "C:timestamp.json",
        "TIMESTAMP.JSON",
        "timestamp.json ",
        "0.root.json",
        "١.root.json",
        "other.json",
        "x" * 5000,
    ],
)
def test_a_name_that_is_not_a_release_s_is_refused(name: str) -> None:
    with pytest.raises(ReleaseUnreadableError) as caught:
        unpack(zipped(["timestamp.json", name]))
    assert len(caught.value.place) <= 80


def test_a_name_twice_is_refused() -> None:
    with pytest.raises(ReleaseUnreadableError) as caught:
        unpack(zipped([LIST_NAME, LIST_NAME]))
    assert caught.value.place == LIST_NAME


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_compression_is_refused(method: int) -> None:
    with pytest.raises(ReleaseUnreadableError):
        unpack(zipped([LIST_NAME], b"\0" * 10_000_000, method))


def test_encryption_is_refused() -> None:
    data = bytearray(zipped([LIST_NAME]))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(ReleaseUnreadableError):
        unpack(bytes(data))


def test_a_member_that_claims_to_be_larger_than_the_file_is_refused() -> None:
    data = bytearray(zipped([LIST_NAME]))
    directory = data.index(b"PK\x01\x02")
    for offset in (directory + 20, directory + 24):
        data[offset : offset + 4] = (2**31).to_bytes(4, "little")
    with pytest.raises(ReleaseUnreadableError):
        unpack(bytes(data))


def test_too_many_members_are_refused_before_they_are_read() -> None:
    names = [f"{number}.root.json" for number in range(1, MOST_MEMBERS + 2)]
    with pytest.raises(ReleaseUnreadableError) as caught:
        unpack(zipped(names, b""))
    assert caught.value.place == "zip"


def test_a_file_too_large_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pack(MEMBERS)
    monkeypatch.setattr(release_archive, "MOST_BYTES", len(data) - 1)
    with pytest.raises(ReleaseUnreadableError):
        unpack(data)


def test_members_that_share_their_bytes_are_refused() -> None:
    data = zipped(["timestamp.json", "snapshot.json"], b"y" * 5000)
    directory = data.index(b"PK\x01\x02")
    first, second = data[directory:].split(b"PK\x01\x02")[1:]
    offset = slice(42 - 4, 46 - 4)
    # Both entries point at the first member's bytes.
    shared = second[: offset.start] + first[offset] + second[offset.stop :]
    with pytest.raises(ReleaseUnreadableError):
        unpack(data[:directory] + b"PK\x01\x02" + first + b"PK\x01\x02" + shared)


@given(st.binary(max_size=400))
def test_no_bytes_do_more_than_be_refused(data: bytes) -> None:
    with pytest.raises(ReleaseUnreadableError):
        unpack(data)


@given(st.data())
def test_a_damaged_release_is_refused_or_keeps_its_members(data: st.DataObject) -> None:
    whole = pack(MEMBERS)
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(whole) - 1))
        damaged[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.sampled_from([len(whole), len(whole) - 5, len(whole) // 2]))
    try:
        members = unpack(bytes(damaged[:cut]))
    except ReleaseUnreadableError:
        return
    assert members.keys() <= {"1.root.json", "timestamp.json", LIST_NAME} | members.keys()
    assert sum(map(len, members.values())) <= len(whole)
