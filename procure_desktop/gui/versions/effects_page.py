"""Effects on us: what versions of the lists did to commitments and donations, and what is done about it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from procure_desktop.domain.effects import EffectKind
from procure_desktop.domain.listing import Listing
from procure_desktop.domain.money import Money
from procure_desktop.domain.rate import USD
from procure_desktop.domain.settling import EffectId, EffectState, ListEffect
from procure_desktop.gui.desk.action_rules import Place
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.details.details import Details
from procure_desktop.gui.details.effect_details import describe_effect
from procure_desktop.gui.listing.listing_frame import Frame
from procure_desktop.gui.listing.listing_page import ListingPage
from procure_desktop.gui.parts.action_button import ActionButton
from procure_desktop.gui.parts.facet_box import Facet
from procure_desktop.gui.tables.columns import Row
from procure_desktop.gui.versions.effect_actions import TOUCHED, EffectActions
from procure_desktop.language import forms, marked, tr
from procure_desktop.services.list_effects import read_effect
from procure_desktop.wording import figures

_STEPS = ("amend", "withdraw", "ask-issuer", "accept-effect")
_HEARD = TOUCHED | {Listing.DONATIONS, Listing.RELEASES}


class EffectsPage(ListingPage):
    """Decide on each effect: amend, withdraw, ask the issuer, accept with a reason."""

    place = Place.EFFECTS
    frame = Frame(
        title=marked("Effects on us"),
        listing=Listing.EFFECTS,
        count=forms("{shown} of {all} effect", "{shown} of {all} effects"),
        states=tuple(state.value for state in EffectState),
        facets=(Facet("kind", marked("What is touched")), Facet("record", marked("Record"))),
        empty=marked("No version has touched this office yet"),
        empty_sentence=marked(
            "When a new version of a list changes, shrinks or withdraws a line that you committed or "
            "gave to, it is listed here with its next steps."
        ),
        empty_action="import-release",
        hint=marked("Select an effect to see what changed, what it does to you and what to do."),
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Let the steps be taken for the selected effect."""
        super().__init__(desk, parent)
        self._effects = EffectActions(desk, self)

    @override
    def _header(self) -> QHBoxLayout:
        header = super()._header()
        self._others = [ActionButton(f"step-{name}") for name in _STEPS]
        for place, button in enumerate(self._others, 1):
            header.insertWidget(place, button)
        return header

    @override
    def describe(self, row: Row) -> Details:
        return describe_effect(read_effect(self.desk.office, EffectId(row["id"])))

    @override
    def next_step(self, rows: tuple[Row, ...]) -> str:
        standing = self.standing()
        usable = [name for name in _STEPS if rows and self.desk.actions.rule(name)(standing)]
        # Of a line that went nothing is left to amend to.
        gone = bool(rows) and rows[0]["kind"] == EffectKind.WITHDRAWN and "withdraw" in usable
        first = "withdraw" if gone else next(iter(usable), "")
        for name, button in zip(_STEPS, self._others, strict=True):
            shown = name in usable and name != first
            button.stand_for(self.desk.actions[name] if shown else None)
        return first

    @override
    def totals(self, rows: tuple[Row, ...]) -> str:
        over = sum(row["over_usd"] for row in rows)
        return tr("over by {usd}").format(usd=figures.amount(Money(over, USD))) if over else ""

    @override
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        return {
            "amend": self.amend,
            "withdraw": self.withdraw,
            "ask-issuer": self.ask_issuer,
            "accept-effect": self.accept,
        }

    def _chosen(self) -> ListEffect:
        return read_effect(self.desk.office, EffectId(self.selected_rows()[0]["id"]))

    def amend(self) -> None:
        """Draft what the list leaves of the commitment."""
        self._effects.amend(self._chosen())

    def withdraw(self) -> None:
        """Withdraw the commitment."""
        self._effects.withdraw(self._chosen())

    def ask_issuer(self) -> None:
        """Ask the issuer about the line."""
        self._effects.ask_issuer(self._chosen())

    def accept(self) -> None:
        """Accept the effect with a reason."""
        self._effects.accept(self._chosen())

    @override
    @Slot(object)
    def _hear(self, listings: frozenset[Listing]) -> None:
        if listings & _HEARD:
            self.refresh()
            self._show_selection()
