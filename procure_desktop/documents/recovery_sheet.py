"""The sheet with the recovery key: one page to print, sign for and lock away."""

import io
from datetime import datetime

from reportlab.lib.colors import white
from reportlab.platypus import Flowable, SimpleDocTemplate, Spacer, Table

from procure_desktop.documents.figures import day
from procure_desktop.documents.fonts import REGULAR, load_fonts
from procure_desktop.documents.glyphs import printable
from procure_desktop.documents.layout import facts, grid, heading, paragraph
from procure_desktop.documents.qr_code import QrCode
from procure_desktop.documents.styles import (
    ACCENT,
    FAINT,
    MARGIN,
    NOTICE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RULE,
    TEXT_WIDTH,
    TINT,
    style,
)
from procure_desktop.domain.office import OfficeProfile
from procure_desktop.domain.recovery_key import RecoveryKey
from procure_desktop.language import tr

_QR_SIDE = 112.0
_COLUMNS = 4
_TITLE = style(21, bold=True, ink=ACCENT, leading=1.3)
_OFFICE = style(12, bold=True, leading=1.3)
_GROUP = style(19, bold=True, align=1, leading=1.3)
_PLACE = style(8, ink=FAINT, align=1)
_TEXT = style(10, leading=1.45)
_WARNING = style(10, bold=True, ink=NOTICE, leading=1.45)
_NUMBER = style(10, bold=True, ink=white, align=1, leading=1.3)


def render_recovery_sheet(key: RecoveryKey, office: OfficeProfile, made: datetime) -> bytes:
    """The sheet as PDF, A4; whoever holds it can open the office, so it is never stored by this program."""
    load_fonts()
    file = io.BytesIO()
    frame = SimpleDocTemplate(
        file,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN,
        bottomMargin=MARGIN,
        invariant=1,
        initialFontName=REGULAR,
        title=tr("Recovery key"),
        author=printable(office.ministry),
        creator="Procure Desktop",
        producer="Procure Desktop",
        displayDocTitle=1,
    )
    frame.build(_story(key, office, made))
    return file.getvalue()


def _story(key: RecoveryKey, office: OfficeProfile, made: datetime) -> list[Flowable]:
    return [
        _head(key, office),
        Spacer(0, 14),
        _groups(key),
        Spacer(0, 12),
        paragraph(_warning(), _WARNING),
        *heading(tr("How to use it")),
        _steps(_uses()),
        *heading(tr("How to keep it")),
        _steps(_cares()),
        *heading(tr("Handed over")),
        _signatures(office, made),
    ]


def _head(key: RecoveryKey, office: OfficeProfile) -> Table:
    names = [office.nation, office.ministry, office.unit]
    left = [
        paragraph(tr("Recovery key"), _TITLE),
        Spacer(0, 6),
        *(paragraph(printable(name), _OFFICE) for name in names if name),
        Spacer(0, 6),
        paragraph(tr("Opens this office when a passphrase is forgotten."), _TEXT),
    ]
    widths = (TEXT_WIDTH - _QR_SIDE - 12, _QR_SIDE + 12)
    return grid([[left, QrCode(key.text, _QR_SIDE)]], widths, [("ALIGN", (1, 0), (1, 0), "RIGHT")])


def _groups(key: RecoveryKey) -> Table:
    """Numbered groups, four in a row, so that one can say which of them is meant."""
    cells = [
        [paragraph(str(place), _PLACE), paragraph(group, _GROUP)]
        for place, group in enumerate(key.groups, 1)
    ]
    rows = [cells[start : start + _COLUMNS] for start in range(0, len(cells), _COLUMNS)]
    rows[-1] += [[]] * (_COLUMNS - len(rows[-1]))
    return grid(
        rows,
        [TEXT_WIDTH / _COLUMNS] * _COLUMNS,
        [
            ("BACKGROUND", (0, 0), (-1, -1), TINT),
            ("LINEBEFORE", (0, 0), (0, -1), 2.5, ACCENT),
            ("TOPPADDING", (0, 0), (-1, -1), 6),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
        ],
    )


def _warning() -> str:
    return tr(
        "Whoever holds this sheet and a copy of the office can open it and give any officer a new passphrase."
    )


def _uses() -> list[str]:
    return [
        tr(
            "On the sign-in page choose “Forgotten passphrase…”, and the officer who needs a new one."
        ),
        tr(
            "Type the groups in their order. Capital or small letters, spaces and hyphens make no difference; "
            "the letters I, L, O and U never occur. The last symbol of each group is its check: "
            "a group that is mistyped is named."
        ),
        tr(
            "The officer types a new passphrase twice and signs in with it. The journal says that it was set so."
        ),
        tr(
            "Then let the administrator make a new recovery key (Office, Recovery key…) and destroy this sheet."
        ),
    ]


def _cares() -> list[str]:
    return [
        tr("In a sealed envelope in a safe, not near the computer and not with a backup."),
        tr("On paper alone: no photograph, no scan, no file."),
        tr(
            "A new recovery key makes this one useless for the office, but not for backups made before."
        ),
    ]


def _steps(texts: list[str]) -> Table:
    rows = [[paragraph(str(n), _NUMBER), paragraph(text, _TEXT)] for n, text in enumerate(texts, 1)]
    return grid(
        rows,
        (18, TEXT_WIDTH - 18),
        [
            ("BACKGROUND", (0, 0), (0, -1), ACCENT),
            ("LEFTPADDING", (1, 0), (1, -1), 10),
            ("TOPPADDING", (0, 0), (-1, -1), 4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
            ("LINEBELOW", (0, 0), (-1, -2), 0.4, RULE),
        ],
    )


def _signatures(office: OfficeProfile, made: datetime) -> Table:
    blank = "\u00a0\n\u00a0"  # room to write by hand
    return facts(
        [
            (tr("Made on"), day(made.date())),
            (tr("Office number"), office.identity),
            (tr("Given to"), blank),
            (tr("Date, signature"), blank),
        ]
    )
