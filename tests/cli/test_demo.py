"""The demo office, made once and looked at from all sides."""

from pathlib import Path
from typing import Any

from procure_desktop.domain.commitment import DocumentState
from procure_desktop.domain.effects import EffectKind, RecordKind
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.domain.verdict import Answer
from procure_desktop.services.browse import list_ids, read_rows
from procure_desktop.services.import_release import preview_release
from procure_desktop.services.make_demo import make_demo
from procure_desktop.services.office import Office
from procure_desktop.services.open_office import office_title, open_office
from procure_desktop.services.summarise import summarise
from procure_desktop.services.verify_document import verify_document
from procure_desktop.services.verify_journal import verify_journal
from procure_desktop.store.list_versions import Difference
from tests.cli.conftest import Procure


def test_the_demo_says_where_everything_lies(procure: Procure, tmp_path: Path) -> None:
    made = procure("--json", "demo", tmp_path / "demo")
    assert (made.status, made.err) == (0, "")
    check_paths(made.json)
    check_office(made.json)
    again = procure("demo", tmp_path / "demo")
    assert (again.status, again.out) == (3, "")
    taken = procure("demo", made.json["signed_pdf"])
    assert (taken.status, taken.out) == (3, "")


def check_paths(made: dict[str, Any]) -> None:
    for name in (
        "office",
        "release",
        "next_release",
        "trust_root",
        "desk",
        "test_authority",
        "signed_pdf",
    ):
        assert Path(made[name]).exists()
    assert set(made["passphrases"]) == {"Administrator", "Preparer", "Authoriser"}
    assert all(Path(path).is_file() for path in made["keys"].values())
    assert office_title(Path(made["office"])).demo


def check_office(made: dict[str, Any]) -> None:
    office = open_office(Path(made["office"]), "Preparer", made["passphrases"]["Preparer"])
    lines = read_rows(office, Listing.LINES, list_ids(office, Query(Listing.LINES)))
    assert len(lines) >= 300
    assert all(row["nsn"] == "" for row in lines)
    releases = read_rows(office, Listing.RELEASES, list_ids(office, Query(Listing.RELEASES)))
    assert all(row["illustrative"] for row in releases)
    summary = summarise(office)
    assert summary.counts == {DocumentState.SUBMITTED: 1, DocumentState.AUTHORISED: 1}
    assert summary.announced.minor > 0
    assert len(list_ids(office, Query(Listing.DONATIONS))) == 1
    signed = Path(made["signed_pdf"])
    assert verify_document(signed, office=office).answer == Answer.VALID
    verify_journal(office, signed)
    check_second_version(office, Path(made["next_release"]))
    office.close()


def check_second_version(office: Office, release: Path) -> None:
    """It is there to be imported, and does something to each of the demo's commitments."""
    effects = preview_release(office, release).effects
    notable = [one for one in effects if one.notable]
    assert [(one.kinds[0], one.stake.record.kind) for one in notable] == [
        (EffectKind.WITHDRAWN, RecordKind.COMMITMENT),
        (EffectKind.OVER, RecordKind.COMMITMENT),
        (EffectKind.OVER, RecordKind.DONATION),
        (EffectKind.PRICE, RecordKind.COMMITMENT),
    ]
    assert preview_release(office, release).difference == Difference(new=1, changed=2, withdrawn=1)


def test_the_demo_is_described_for_people(procure: Procure, tmp_path: Path) -> None:
    said = procure("demo", tmp_path / "demo").out
    assert f"Signed commitment: {tmp_path}/demo/signed-commitment.pdf\n" in said
    assert "Preparer signs in with: demo-preparer\n" in said


def test_progress_goes_from_one_to_the_end(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    make_demo(tmp_path / "demo", lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]
