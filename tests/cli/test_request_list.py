from tests.cli.conftest import Asked, Procure, Refused
from tests.office_factory import AUDITOR, Place, make_list


def test_a_release_is_previewed_and_imported(asked: Asked, place: Place) -> None:
    release = place.publish(make_list(2))
    previewed = asked("list", "import", release, "--preview", officer=AUDITOR)
    assert (previewed["stored"], previewed["lines"], previewed["signers"]) == (False, 6, 3)
    assert [one["version"] for one in asked("list", "show")] == [1]
    imported = asked("list", "import", release)
    assert imported == previewed | {"stored": True}
    assert [one["version"] for one in asked("list", "show")] == [2, 1]


def test_it_says_so_to_people(office: Procure, place: Place) -> None:
    release = place.publish(make_list(2))
    assert office("list", "import", release, "--preview").out == (
        "Would import UA-TEST version 2: 6 lines, valid to 31 Dec 2035, signing keys: 3.\n"
        "New 0, changed 0, withdrawn 0.\n"
        "None of this office's commitments and donations needs a decision.\n"
    )
    assert office("list", "import", release).out.startswith("Imported UA-TEST version 2")
    assert office("list", "show").out.splitlines()[0] == (
        "UA-TEST\tversion 2\t6 lines\t31 Dec 2035"
    )


def test_what_is_refused(refused: Refused, place: Place) -> None:
    assert "already" in refused(1, "list", "import", place.release)
    refused(1, "list", "import", place.root)
    refused(3, "list", "import", place.folder / "missing.release")
    refused(1, "list", "import", place.publish(make_list(2)), officer=AUDITOR)
