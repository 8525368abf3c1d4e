"""The answer to "is this document genuine?": one of three in large words, its reasons, the signatures."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from procure_desktop.domain.document import SignatureRole
from procure_desktop.domain.verdict import Answer, SignatureFacts, Verdict
from procure_desktop.gui.details.details import Details, DetailsPane, Fact, Section
from procure_desktop.gui.parts.sign import Sign
from procure_desktop.gui.parts.text_label import Heading, TextLabel
from procure_desktop.gui.style.colours import Mark, Tone
from procure_desktop.gui.style.measures import GAP, tight
from procure_desktop.gui.style.palette import wear
from procure_desktop.language import marked, tr
from procure_desktop.wording import figures
from procure_desktop.wording.subjects import attribute, common_name
from procure_desktop.wording.terms import term
from procure_desktop.wording.verdicts import answer_sentence, finding_sentence

_LOOKS = {
    Answer.VALID: (Tone.DONE, "check"),
    Answer.CANNOT_TELL: (Tone.WARNING, "warning"),
    Answer.NOT_VALID: (Tone.REFUSED, "stop"),
}
_ROLES: dict[str, str] = {
    SignatureRole.PREPARED_BY: marked("Preparer's signature"),
    SignatureRole.AUTHORISED_BY: marked("Authoriser's signature"),
}
_SIGN = 1.75
"""Height of the drawing beside the answer, in lines of text."""


class VerdictView(QWidget):
    """Shows a verdict, or `hint` while there is none."""

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        """Start without a verdict."""
        super().__init__(parent)
        self._banner = QFrame()
        self._banner.setObjectName("verdict")
        self._sign = Sign(lines=_SIGN)
        self.answer = Heading(steps=2).copyable()
        self.answer.setObjectName("verdict-answer")
        self.reasons = TextLabel(wrap=True).copyable()
        self.reasons.setObjectName("verdict-reasons")
        self.facts = DetailsPane(hint)
        self._lay_out()
        self.show_verdict(None, "")

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        tight(words, gap=GAP // 2)
        words.addWidget(self.answer)
        words.addWidget(self.reasons)
        banner = QHBoxLayout(self._banner)
        tight(banner, margin=GAP + GAP // 2, gap=GAP + GAP // 2)
        banner.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        banner.addLayout(words, 1)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self._banner)
        layout.addWidget(self.facts, 1)

    def show_verdict(self, verdict: Verdict | None, file: str) -> None:
        """Show what was found in the file of that name."""
        self._banner.setVisible(verdict is not None)
        if verdict is None:
            self.facts.show_details(None)
            return
        tone, sign = _LOOKS[verdict.answer]
        wear(self._banner, tone)
        self._sign.show_drawing(sign, tone)
        self._sign.setAccessibleName(term(verdict.answer))
        self.answer.setText(answer_sentence(verdict.answer))
        self.reasons.setText("\n".join(finding_sentence(one) for one in verdict.findings))
        self.reasons.setVisible(bool(verdict.findings))
        self._banner.setAccessibleName(f"{self.answer.text()} {self.reasons.text()}")
        self.facts.show_details(describe_verdict(verdict, file))


def describe_verdict(verdict: Verdict, file: str) -> Details:
    """Return what was read of the file and of each signature."""
    return Details(
        verdict.number or tr("No commitment number"),
        file,
        (
            *_signatures(verdict.signatures),
            Section(
                tr("Attached record"),
                (Fact(tr("SHA-256"), figures.spoken_fingerprint(verdict.record_sha256)),),
            ),
        ),
    )


def _signatures(signatures: Iterable[SignatureFacts]) -> tuple[Section, ...]:
    return tuple(Section(_field(one.field), _facts(one)) for one in signatures)


def _field(name: str) -> str:
    return tr(_ROLES[name]) if name in _ROLES else name


def _facts(one: SignatureFacts) -> tuple[Fact, ...]:
    intact = tr("Fits the bytes that it covers") if one.intact else tr("Does not fit the bytes")
    trusted = tr("Accepted") if one.trusted else tr("Not accepted: see the reasons above")
    return (
        Fact(tr("Signature"), intact, Mark.DONE if one.intact else Mark.STOPPED),
        Fact(tr("Signer"), common_name(one.signer)),
        Fact(tr("Organisation"), attribute(one.signer, "O")),
        Fact(tr("Certificate"), trusted, Mark.DONE if one.trusted else Mark.STOPPED),
        Fact(tr("Fingerprint"), figures.spoken_fingerprint(one.fingerprint)),
        Fact(tr("Claimed time"), figures.moment(one.signed_at) if one.signed_at else tr("None")),
    )
