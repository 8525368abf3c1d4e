"""An office that writes Ukrainian: what is frozen, signed twice and verified says everything twice."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from procure_desktop.domain.verdict import Answer
from procure_desktop.language import UKRAINIAN
from procure_desktop.services.document_bytes import document_bytes
from procure_desktop.services.office import Office
from procure_desktop.services.office_settings import change_office_settings, office_settings
from procure_desktop.services.verify_document import verify_document
from tests.office_factory import Place, authorise, draft, submit


@pytest.fixture(autouse=True)
def ukrainian_office(administrator: Office) -> None:
    settings = replace(office_settings(administrator), language=UKRAINIAN)
    change_office_settings(administrator, settings)


def test_both_signatures_stand_and_speak_both_languages(
    place: Place, preparer: Office, authoriser: Office, tmp_path: Path
) -> None:
    made = authorise(authoriser, place, submit(preparer, place))
    document = document_bytes(preparer, made.id)
    assert document.language == UKRAINIAN
    file = tmp_path / "signed.pdf"
    file.write_bytes(document.pdf)
    assert verify_document(file, (place.authority,), preparer).answer == Answer.VALID
    done = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
    text = done.stdout.decode()
    for said in ("Стаття бюджету", "Budget line", "підписано електронно", "signed electronically"):
        assert said in text


def test_what_was_frozen_stays_when_the_language_changes(
    place: Place, administrator: Office, preparer: Office, authoriser: Office
) -> None:
    submitted = submit(preparer, place)
    before = document_bytes(preparer, submitted.id)
    settings = replace(office_settings(administrator), language="en")
    change_office_settings(administrator, settings)
    assert document_bytes(preparer, submitted.id).pdf == before.pdf
    signed = document_bytes(preparer, authorise(authoriser, place, submitted).id)
    assert signed.language == UKRAINIAN
    assert signed.pdf.startswith(before.pdf)
    assert document_bytes(preparer, draft(preparer).id).language == "en"
