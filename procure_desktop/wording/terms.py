"""The field's terms for the values that records hold, as they stand on screens and paper."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from procure_desktop.domain.commitment import DocumentState, MoneySource
from procure_desktop.domain.comparison import ChangeKind
from procure_desktop.domain.document import SignatureRole
from procure_desktop.domain.donation import Basis, Condition, DonationState, Origin
from procure_desktop.domain.effects import EffectKind
from procure_desktop.domain.officer import Role
from procure_desktop.domain.request_list import Approval, Capability, Colour, Decision, Source, Step
from procure_desktop.domain.settling import EffectState, Settlement
from procure_desktop.domain.spreadsheet import Limit
from procure_desktop.domain.verdict import Answer
from procure_desktop.language import marked, tr

_TERMS: Mapping[str, str] = {
    DocumentState.DRAFT: marked("draft"),
    DocumentState.SUBMITTED: marked("in review"),
    DocumentState.RETURNED: marked("returned"),
    DocumentState.AUTHORISED: marked("authorised"),
    DocumentState.WITHDRAWN: marked("withdrawn"),
    "in review": marked("in review"),
    "signed": marked("signed"),
    "open": marked("open"),
    "closed": marked("closed"),
    Approval.RELEASED: marked("released"),
    Approval.UNAPPROVED: marked("unapproved"),
    Approval.ATTESTED: marked("attested"),
    "not stated": marked("not stated"),
    "awaiting US release": marked("awaiting US release"),
    DonationState.OFFERED: marked("offered"),
    DonationState.CANCELLED: marked("cancelled"),
    Condition.NEW: marked("new"),
    Condition.SERVICEABLE: marked("serviceable"),
    Condition.REPAIRABLE: marked("repairable"),
    Condition.FOR_PARTS: marked("for parts"),
    Origin.US: marked("US-origin"),
    Origin.OTHER: marked("other origin"),
    Basis.ACQUISITION: marked("acquisition"),
    Basis.NET_BOOK: marked("net book"),
    Basis.LIKE_REPLACEMENT: marked("like-for-like replacement"),
    Basis.NEW_REPLACEMENT: marked("new replacement"),
    Capability.AIR_DEFENCE: marked("air defence"),
    Capability.ARTILLERY: marked("artillery"),
    Capability.ARMOUR: marked("armour"),
    Capability.AIR: marked("air"),
    Capability.MARITIME: marked("maritime"),
    Capability.UNCREWED_SYSTEMS: marked("uncrewed systems"),
    Capability.ELECTRONIC_WARFARE: marked("electronic warfare"),
    Capability.DEMINING: marked("demining"),
    Capability.LOGISTICS: marked("logistics"),
    Capability.MEDICAL: marked("medical"),
    Capability.INDIVIDUAL_EQUIPMENT: marked("individual equipment"),
    Colour.GREEN: marked("green"),
    Colour.YELLOW: marked("yellow"),
    Colour.RED: marked("red"),
    Source.STOCK: marked("stock"),
    Source.PRODUCTION: marked("production"),
    Step.NATO_VALIDATION: marked("NATO validation"),
    Step.SACEUR_DETERMINATION: marked("SACEUR determination"),
    Step.US_RELEASE: marked("US release"),
    Decision.APPROVED: marked("approved"),
    Decision.REFUSED: marked("refused"),
    Role.PREPARER: marked("preparer"),
    Role.AUTHORISER: marked("authoriser"),
    Role.AUDITOR: marked("auditor"),
    Role.ADMINISTRATOR: marked("administrator"),
    ChangeKind.ADDED: marked("added"),
    ChangeKind.CHANGED: marked("changed"),
    EffectKind.WITHDRAWN: marked("line withdrawn"),
    EffectKind.OVER: marked("over"),
    EffectKind.ITEM: marked("another item"),
    EffectKind.RELEASE: marked("US release missing"),
    EffectKind.MARKING: marked("marking"),
    EffectKind.PRICE: marked("price"),
    EffectKind.URGENT: marked("urgency"),
    EffectKind.REQUIRED_BY: marked("required by"),
    EffectKind.COLOUR: marked("US stock"),
    EffectKind.SUBSTITUTES: marked("substitutes"),
    EffectKind.BACK: marked("back on the list"),
    EffectKind.OTHER: marked("other fields"),
    "touched": marked("touched"),
    "untouched": marked("not touched"),
    EffectState.ASKED: marked("asked"),
    EffectState.AMENDING: marked("redrafted"),
    EffectState.ACCEPTED: marked("accepted"),
    EffectState.SETTLED: marked("settled"),
    EffectState.NOTED: marked("noted"),
    Settlement.REVISED: marked("draft changed"),
    Settlement.LATER_VERSION: marked("a later version speaks of it"),
    Settlement.NO_LONGER_OVER: marked("no longer over"),
    Answer.VALID: marked("valid"),
    Answer.CANNOT_TELL: marked("cannot tell"),
    Answer.NOT_VALID: marked("not valid"),
    Limit.BYTES: marked("bytes"),
    Limit.UNPACKED_BYTES: marked("unpacked bytes"),
    Limit.RATIO: marked("times its packed size"),
    Limit.MEMBERS: marked("parts"),
    Limit.SHEETS: marked("sheets"),
    Limit.ROWS: marked("rows"),
    Limit.COLUMNS: marked("columns"),
    SignatureRole.PREPARED_BY: marked("preparer's signature"),
    SignatureRole.AUTHORISED_BY: marked("authoriser's signature"),
}

# Members of two enumerations may be the same text: these mean something of their own.
_MONEY: Mapping[str, str] = {
    MoneySource.NEW: marked("new money"),
    MoneySource.EXISTING: marked("money promised before"),
}


def term(value: str) -> str:
    """The term for an enumerated value, in lower case unless it is a name; other text stays as it is."""
    known = _MONEY if isinstance(value, MoneySource) else _TERMS
    plain = value.value if isinstance(value, StrEnum) else value
    return tr(known[value]) if value in known else plain


def heading(value: str) -> str:
    """The term with a capital first letter, for labels and cells that stand alone."""
    said = term(value)
    return said[:1].upper() + said[1:]


def terms(values: Iterable[str]) -> str:
    """Several terms after each other, such as an officer's roles."""
    return ", ".join(term(value) for value in values)
