import hashlib
import io
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from procure_desktop.documents.attachment import read_record
from procure_desktop.documents.commitment_document import render_commitment
from procure_desktop.domain.document import CommitmentSheet, SignatureRole
from procure_desktop.domain.errors import GlyphMissingError, HiddenCharacterError
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.money import Money
from procure_desktop.domain.rate import dollar_rate
from tests.documents.sheets import KRONE, RECORD, make_sheet, with_first_line, with_terms

Write = Callable[[bytes], Path]

_DRAW = """
import sys
from procure_desktop.documents.commitment_document import render_commitment
from tests.documents.sheets import RECORD, make_sheet
sys.stdout.buffer.write(render_commitment(make_sheet(12), RECORD).unsigned)
"""


def read_text(path: Path) -> str:
    """The text of all pages, every run of white space as one blank."""
    run = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    return re.sub(r"\s+", " ", run.stdout.decode())


def printed(sheet: CommitmentSheet, write: Write) -> str:
    return read_text(write(render_commitment(sheet, RECORD).unsigned))


def with_commitment(sheet: CommitmentSheet, **fields: object) -> CommitmentSheet:
    return replace(sheet, commitment=replace(sheet.commitment, **fields))  # type: ignore[arg-type]


def test_says_all_that_is_known(write: Write) -> None:
    text = printed(make_sheet(3), write)
    for expected in (
        "NLD Ministry of Defence",
        "Defence Materiel Office, Division for Support to Ukraine",
        "Herculeslaan 1",
        "Commitment of funds",
        "NLD-2026-0001 · version 1",
        "Issued 12 June 2026",
        "PURL-ILL-2026, version 3, issued 1 June 2026",
        "P4: Fourth package (illustrative content)",
        "X-10.4 Military support to Ukraine",
        "2026, new money",
        "Illustrative budget act 2026, article 10",
        "31 December 2026",
        "Projectile, 155 mm, high explosive",
        "UA-ILL-0001",
        "399,876.11",
        "6 units and USD 94,076.68 toward the next",
        "USD 7,318,513.30",
        "EUR 6,328,156.76",
        "EUR 1 = USD 1.1565, 11 June 2026, ECB euro foreign exchange reference rates",
        "rounded half up to the cent",
        "Subject to US availability. Refund of what is not called within 18 months.",
        "Prepared by Test Preparer",
        "Authorised by",
        f"SHA-256 {hashlib.sha256(RECORD).hexdigest()}",
        "entry 41, SHA-256 5ac1e3f05ac1e3f0",
        "Page 1 of ",
    ):
        assert expected in text, expected


def test_totals_are_the_sums_of_the_printed_lines() -> None:
    commitment = make_sheet(3).commitment
    assert commitment.usd == Money(7_318_513_30, "USD")
    assert commitment.national == Money(6_328_156_76, "EUR")


def test_every_page_carries_marking_notice_and_folio(write: Write) -> None:
    path = write(render_commitment(make_sheet(60), RECORD).unsigned)
    with pikepdf.open(path) as pdf:
        pages = len(pdf.pages)
    assert pages > 3
    for page in range(1, pages + 1):
        run = subprocess.run(
            ["pdftotext", "-raw", "-f", str(page), "-l", str(page), path, "-"],
            capture_output=True, check=True, text=True,
        )  # fmt: skip
        assert run.stdout.count("NATO UNCLASSIFIED") == 2
        assert "ILLUSTRATIVE" in run.stdout
        assert "DEMO OFFICE" in run.stdout
        assert f"Page {page} of {pages}" in run.stdout
        assert ("Unit price" in run.stdout) == ("UA-ILL-" in run.stdout)


def test_every_line_of_sixty_is_printed_once(write: Write) -> None:
    text = printed(make_sheet(60), write)
    assert [text.count(f"UA-ILL-{number:04d}") for number in range(1, 61)] == [1] * 60


def test_unmarked_real_lists_carry_no_notice(write: Write) -> None:
    sheet = make_sheet(1)
    sheet = with_commitment(sheet, marking=Marking.UNMARKED)
    sheet = replace(
        sheet,
        office=replace(sheet.office, demo=False),
        edition=replace(sheet.edition, illustrative=False),
    )
    text = printed(sheet, write)
    assert "UNMARKED" not in text
    assert "NATO UNCLASSIFIED" not in text
    assert "ILLUSTRATIVE" not in text
    assert "DEMO" not in text


def test_what_is_not_known_is_left_out(write: Write) -> None:
    sheet = with_terms(make_sheet(1), legal_basis="", conditions="", validity=None)
    sheet = replace(sheet, office=replace(sheet.office, address=""))
    text = printed(sheet, write)
    for absent in ("Legal basis", "Conditions", "Valid until", "NSN"):
        assert absent not in text


def test_a_draft_has_neither_number_nor_code(write: Write) -> None:
    sheet = with_commitment(make_sheet(1), number="", version=0)
    text = printed(sheet, write)
    assert "Draft" in text
    assert "version 0" not in text
    assert "Issued" not in text


def test_dollars_are_not_converted(write: Write) -> None:
    sheet = make_sheet(2)
    text = printed(make_sheet(2, rate=dollar_rate(sheet.issued)), write)
    assert "Conversion" not in text
    assert "In US dollars" not in text
    assert "For NLD-2026-0001 · version 1: USD " in text


def test_both_quotes_of_a_krone(write: Write) -> None:
    assert "NOK 11.8055 = USD 1.1609" in printed(make_sheet(2, rate=KRONE), write)


@pytest.mark.parametrize(
    "hostile",
    [
        '<img src="/etc/passwd"/>',
        '<a href="https://example.org">here</a>',
        "a < b & c > d",
        "</para><para>",
        "&amp; &#60; &lt;b&gt;",
        "Зенітна керована ракета, ґрунт, їжак, Євген",
        "{number} %s \\n",
    ],
)
def test_hostile_text_is_printed_as_it_is(hostile: str, write: Write) -> None:
    sheet = with_first_line(make_sheet(2), name=hostile, unit=hostile, nsn=hostile, id=hostile)
    sheet = with_terms(
        sheet,
        budget_line=hostile,
        legal_basis=hostile,
        conditions=hostile,
        rate=replace(sheet.commitment.terms.rate, source=hostile),
    )
    office = replace(sheet.office, ministry=hostile, unit=hostile, address=hostile)
    package = replace(sheet.lines[0].package, code=hostile, title=hostile)  # type: ignore[type-var]
    lines = (replace(sheet.lines[0], package=package), *sheet.lines[1:])
    sheet = replace(sheet, office=office, prepared_by=hostile, lines=lines)
    path = write(render_commitment(sheet, RECORD).unsigned)
    assert read_text(path).count(hostile) >= 5
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            assert not list(page.get_images())
            links = [one for one in page.get("/Annots", ()) if one.Subtype == "/Link"]
            assert not links


@pytest.mark.parametrize("character", ["漢", "☃", "\U0001f600", "→"])
def test_a_missing_glyph_is_refused(character: str) -> None:
    with pytest.raises(GlyphMissingError) as refusal:
        render_commitment(with_terms(make_sheet(1), legal_basis=f"a{character}"), RECORD)
    assert (refusal.value.field, refusal.value.character) == ("legal_basis", character)


@pytest.mark.parametrize("character", ["\u202e", "\u200b", "\t", "\x00"])
def test_a_hidden_character_is_refused(character: str) -> None:
    with pytest.raises(HiddenCharacterError) as refusal:
        render_commitment(with_first_line(make_sheet(1), name=f"ab{character}"), RECORD)
    assert (refusal.value.field, refusal.value.place) == ("name", 3)


def test_huge_figures_stay_whole(write: Write) -> None:
    sheet = make_sheet(2, rate=KRONE)
    huge = [
        replace(
            line,
            quantity=9_999_999,
            unit_price=Money(43_210_987_654_321_43, "USD"),
            usd=Money(44_035_996_273_704_55, "USD"),
            national=Money(44_035_996_273_704_55, "NOK"),
        )
        for line in sheet.commitment.lines
    ]
    text = printed(with_commitment(sheet, lines=tuple(huge)), write)
    for figure in ("43,210,987,654,321.43", "44,035,996,273,704.55", "88,071,992,547,409.10"):
        assert figure in text


def test_endless_texts_run_over_pages(write: Write) -> None:
    lines = "\n".join(f"condition {number}" for number in range(300))
    sheet = with_terms(make_sheet(1), conditions=lines, budget_line="\n".join("ab" * 200))
    sheet = with_first_line(sheet, name="word " * 600)
    text = printed(sheet, write)
    assert "condition 299" in text
    assert text.count("word") == 600


def test_two_processes_draw_the_same_bytes() -> None:
    drawn = [
        subprocess.run([sys.executable, "-c", _DRAW], capture_output=True, check=True).stdout
        for _ in range(2)
    ]
    assert drawn[0] == drawn[1]
    assert drawn[0] == render_commitment(make_sheet(12), RECORD).unsigned


def test_hashes_are_those_of_the_bytes() -> None:
    frozen = render_commitment(make_sheet(1), RECORD)
    assert frozen.sha256 == hashlib.sha256(frozen.unsigned).hexdigest()
    assert frozen.record == RECORD
    assert frozen.record_sha256 == hashlib.sha256(RECORD).hexdigest()
    assert read_record(frozen.unsigned) == RECORD


def test_qpdf_finds_nothing_wrong(write: Write) -> None:
    path = write(render_commitment(make_sheet(12), RECORD).unsigned)
    run = subprocess.run(["qpdf", "--check", path], capture_output=True, check=False, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


def test_noto_sans_alone_is_embedded(write: Write) -> None:
    path = write(render_commitment(make_sheet(12), RECORD).unsigned)
    run = subprocess.run(["pdffonts", path], capture_output=True, check=True, text=True)
    fonts = run.stdout.splitlines()[2:]
    assert fonts
    assert all("NotoSans" in font and " yes yes yes " in font for font in fonts)


def test_both_fields_lie_on_the_page_before_signing() -> None:
    frozen = render_commitment(make_sheet(12), RECORD)
    with pikepdf.open(io.BytesIO(frozen.unsigned)) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        assert [str(field.T) for field in fields] == [role.value for role in SignatureRole]
        assert all("/V" not in field for field in fields)
        rectangles = [[float(side) for side in field.Rect] for field in fields]
        width, height = (float(side) for side in pdf.pages[-1].mediabox[2:])
    for left, bottom, right, top in rectangles:
        assert 0 < left < right < width
        assert 0 < bottom < top < height
    assert rectangles[0][2] < rectangles[1][0]
