import pytest

from procure_desktop.domain.commitment import CommitmentId
from procure_desktop.domain.errors import CommitmentUnknownError
from procure_desktop.services.office import Office
from procure_desktop.services.read_commitment import (
    find_commitment,
    read_commitment,
    read_entry,
    read_history,
    read_officer,
)
from tests.office_factory import Place, draft, submit


def test_a_commitment_is_found_by_number_or_id(place: Place, preparer: Office) -> None:
    made = submit(preparer, place)
    assert find_commitment(preparer, made.number) == made
    assert find_commitment(preparer, str(made.id)) == made
    assert read_commitment(preparer, made.id) == made


@pytest.mark.parametrize(
    "reference", ["", "99", "NLD-2026-0009", "nothing", "9" * 30, "١", "-1", "1 ", "' OR 1=1 --"]
)
def test_what_is_not_there_is_refused(preparer: Office, reference: str) -> None:
    draft(preparer)
    with pytest.raises(CommitmentUnknownError) as refused:
        find_commitment(preparer, reference)
    assert refused.value.reference == reference
    with pytest.raises(CommitmentUnknownError):
        read_commitment(preparer, CommitmentId(99))


def test_the_journal_tells_its_history(place: Place, preparer: Office) -> None:
    made = submit(preparer, place)
    history = read_history(preparer, made)
    assert [entry.change.action for entry in history] == [
        "commitment drafted", "commitment submitted",
    ]  # fmt: skip
    assert read_entry(preparer, history[-1].number) == history[-1]
    assert read_officer(preparer, made.prepared_by).name == "Preparer"
