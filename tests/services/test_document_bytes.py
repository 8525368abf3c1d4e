import pytest

from procure_desktop.domain.commitment import CommitmentId
from procure_desktop.domain.errors import CommitmentUnknownError, DocumentMissingError
from procure_desktop.services.document_bytes import document_bytes, page_count, render_page
from procure_desktop.services.office import Office
from procure_desktop.services.return_commitment import return_commitment, withdraw_commitment
from tests.office_factory import Place, authorise, draft, submit
from tests.services.conftest import Unchanged


def test_a_draft_is_drawn_as_it_would_be(preparer: Office, unchanged: Unchanged) -> None:
    made = draft(preparer)
    with unchanged(preparer):
        drawn = document_bytes(preparer, made.id)
    assert (drawn.signed, drawn.number, drawn.version) == (False, "", 0)
    assert page_count(drawn.pdf) >= 1
    assert document_bytes(preparer, made.id) == drawn


def test_a_page_is_a_picture(preparer: Office) -> None:
    pdf = document_bytes(preparer, draft(preparer).id).pdf
    image = render_page(pdf, 0, 1.0)
    assert (image.width, image.height) == (596, 842)
    assert len(image.data) == image.stride * image.height


def test_what_was_frozen_is_shown_from_then_on(
    place: Place, preparer: Office, authoriser: Office
) -> None:
    made = submit(preparer, place)
    reviewed = document_bytes(preparer, made.id)
    assert (reviewed.signed, reviewed.number, reviewed.version) == (False, made.number, 1)
    authorise(authoriser, place, made)
    signed = document_bytes(preparer, made.id)
    assert signed.signed
    assert signed.sha256 == reviewed.sha256
    # Withdrawn, it is still readable, and no longer one to rely on.
    withdraw_commitment(authoriser, made.id, "Test reason")
    gone = document_bytes(preparer, made.id)
    assert (gone.signed, gone.pdf) == (False, signed.pdf)


def test_what_was_returned_is_drawn_anew_and_kept_as_it_was(
    place: Place, preparer: Office, authoriser: Office
) -> None:
    made = submit(preparer, place)
    frozen = document_bytes(preparer, made.id)
    return_commitment(authoriser, made.id, "Test reason")
    anew = document_bytes(preparer, made.id)
    assert (anew.number, anew.signed) == (made.number, False)
    assert anew.pdf != frozen.pdf
    assert document_bytes(preparer, made.id, 1) == frozen


def test_a_version_that_is_not_there(place: Place, preparer: Office) -> None:
    made = submit(preparer, place)
    with pytest.raises(DocumentMissingError):
        document_bytes(preparer, made.id, 2)
    gone = withdraw_commitment(preparer, draft(preparer).id, "Test reason")
    with pytest.raises(DocumentMissingError):
        document_bytes(preparer, gone.id)
    with pytest.raises(CommitmentUnknownError):
        document_bytes(preparer, CommitmentId(99))
