"""A document of an office that writes Ukrainian says everything in both languages."""

import io
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pikepdf
import pytest

from procure_desktop.documents.commitment_document import render_commitment
from procure_desktop.documents.document_language import document_language
from procure_desktop.documents.tongue import Said, Tongue, in_a_line, join
from procure_desktop.domain.document import CommitmentSheet
from procure_desktop.domain.money import Money
from procure_desktop.language import UKRAINIAN
from tests.documents.sheets import RECORD, make_sheet

NBSP = "\u00a0"


@pytest.fixture
def sheet() -> CommitmentSheet:
    made = make_sheet(4)
    lines = tuple(
        replace(one, line=replace(one.line, name_uk=f"Предмет {one.line.number}"))
        for one in made.lines
    )
    return replace(made, lines=lines, language=UKRAINIAN)


def text_of(pdf: bytes, folder: Path) -> str:
    file = folder / "document.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().replace(NBSP, " ").split())


def test_labels_sentences_and_days_stand_in_both_languages(
    sheet: CommitmentSheet, tmp_path: Path
) -> None:
    text = text_of(render_commitment(sheet, RECORD).unsigned, tmp_path)
    for ukrainian, english in (
        ("Зобовʼязання щодо коштів", "Commitment of funds"),
        ("Стаття бюджету", "Budget line"),
        ("31 грудня 2026", "31 December 2026"),
        ("Предмет 1", "Projectile, 155 mm"),
        ("округлено до цента", "totals are sums of the lines as printed"),
        ("Сторінка 1 з 2", "Page 1 of 2"),
        ("Укладач: Test Preparer", "Prepared by Test Preparer"),
    ):
        assert ukrainian in text
        assert english in text


def test_figures_stand_once_and_cannot_be_misread(sheet: CommitmentSheet, tmp_path: Path) -> None:
    text = text_of(render_commitment(sheet, RECORD).unsigned, tmp_path)
    national = sheet.commitment.national
    assert national.currency == "EUR"
    whole, _, part = national.decimal_text().partition(".")
    assert f"EUR {int(whole):,}.{part}".replace(",", " ") in text
    assert f"{int(whole):,}" not in text


def test_the_same_sheet_gives_the_same_bytes(sheet: CommitmentSheet) -> None:
    first, second = (render_commitment(sheet, RECORD) for _ in range(2))
    assert first == second
    assert first.record == RECORD


def test_the_file_names_its_language(sheet: CommitmentSheet) -> None:
    pdf = render_commitment(sheet, RECORD).unsigned
    assert document_language(pdf) == UKRAINIAN
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        fields = [str(field.TU) for field in opened.Root.AcroForm.Fields]
    assert fields == ["Уклав(ла) / Prepared by", "Затвердив(ла) / Authorised by"]
    assert document_language(render_commitment(make_sheet(), RECORD).unsigned) == "en"
    assert document_language(b"no document") == "en"


def test_a_document_in_english_says_nothing_twice() -> None:
    tongue = Tongue("en")
    assert tongue.tr("Budget line") == Said("Budget line")
    assert tongue.plural("{n} unit", "{n} units", 2) == Said(f"2{NBSP}units")
    assert tongue.amount(Money(123_456_789, "EUR")) == f"EUR{NBSP}1,234,567.89"
    assert tongue.day(date(2026, 6, 12)) == Said(f"12{NBSP}June{NBSP}2026")
    assert in_a_line(tongue.tr("Budget line")) == "Budget line"


def test_two_languages_share_their_values() -> None:
    tongue = Tongue(UKRAINIAN)
    assert tongue.plural("{n} unit", "{n} units", 1200) == Said(
        f"1{NBSP}200{NBSP}одиниць", f"1{NBSP}200{NBSP}units"
    )
    listed = tongue.tr("Request list {serial}", serial="UA-1")
    assert in_a_line(listed) == "Перелік потреб UA-1 / Request list UA-1"
    assert join(" · ", [listed, Said(""), Said("X")]) == Said(
        "Перелік потреб UA-1 · X", "Request list UA-1 · X"
    )
    at = datetime(2026, 6, 12, 14, 3, 22, tzinfo=UTC)
    assert tongue.moment(at) == "2026-06-12 14:03:22 UTC"
