"""The journal in words: what was done, to what, and what the kept values are called."""

from collections.abc import Mapping

from procure_desktop.domain.commitment import MoneySource
from procure_desktop.language import marked, tr
from procure_desktop.wording.terms import term

_ACTIONS = frozenset(
    (
        marked("announcements imported"),
        marked("authority pinned"),
        marked("certificate enrolled"),
        marked("commitment authorised"),
        marked("commitment drafted"),
        marked("commitment returned"),
        marked("commitment revised"),
        marked("commitment submitted"),
        marked("commitment withdrawn"),
        marked("document exported"),
        marked("donation logged"),
        marked("effect accepted"),
        marked("effect asked"),
        marked("list exported"),
        marked("office backed up"),
        marked("office created"),
        marked("office restored"),
        marked("commitment handed over"),
        marked("officer added"),
        marked("old backups removed"),
        marked("officer left"),
        marked("passphrase changed"),
        marked("passphrase set by recovery key"),
        marked("recovery key made"),
        marked("recovery key replaced"),
        marked("list attested"),
        marked("release imported"),
        marked("settings changed"),
        marked("spreadsheet imported"),
    )
)
_SUBJECTS: Mapping[str, str] = {
    "office": marked("Office"),
    "officer": marked("Officer {name}"),
    "commitment": marked("Commitment {name}"),
    "donation": marked("Donation {name}"),
    "list": marked("List {name}"),
    "lines": marked("Request lines"),
    "commitments": marked("Commitments"),
    "donations": marked("Donations"),
    "documents": marked("Documents"),
    "journal": marked("Journal"),
    "effects": marked("Effects"),
}
_PARTS: Mapping[str, str] = {
    "marking": marked("marking"),
    "rows": marked("rows"),
    "order": marked("order"),
    "facets": marked("facets"),
    "filter": marked("filter"),
    "columns": marked("columns"),
    "announcements": marked("announcements"),
    "approval": marked("approval"),
    "attested_by": marked("attested to by"),
    "issued": marked("issued"),
    "issuer": marked("sender"),
    "letter": marked("letter"),
    "reference": marked("reference"),
    "rows_left_out": marked("rows left out"),
    "sheet": marked("sheet"),
    "address": marked("address"),
    "budget_line": marked("budget line"),
    "certificate": marked("certificate"),
    "changed": marked("changed"),
    "condition": marked("condition"),
    "conditions": marked("conditions"),
    "currency": marked("currency"),
    "day": marked("day"),
    "demo": marked("demo"),
    "depot": marked("depot"),
    "document": marked("document"),
    "document_sha256": marked("document SHA-256"),
    "file": marked("file"),
    "effect": marked("effect"),
    "effects": marked("effect"),
    "fiscal_year": marked("fiscal year"),
    "highest_marking": marked("highest marking"),
    "backup_folder": marked("folder for backups"),
    "idle_minutes": marked("minutes until the lock"),
    "language": marked("language"),
    "logo": marked("logo"),
    "identity": marked("identity"),
    "journal_number": marked("journal entries"),
    "journal_sha256": marked("journal SHA-256"),
    "kinds": marked("what is touched"),
    "legal_basis": marked("legal basis"),
    "line": marked("line"),
    "lines": marked("line"),
    "left": marked("left"),
    "ministry": marked("ministry"),
    "money_source": marked("money"),
    "list": marked("list"),
    "name": marked("name"),
    "nation": marked("nation"),
    "national": marked("national amount"),
    "new": marked("new"),
    "number": marked("number"),
    "over": marked("over by"),
    "origin": marked("origin"),
    "prepared_by": marked("prepared by"),
    "quantity": marked("quantity"),
    "quoted": marked("quoted basis"),
    "rate": marked("rate"),
    "reason": marked("reason"),
    "record": marked("record"),
    "record_sha256": marked("record SHA-256"),
    "remainder": marked("remainder"),
    "remarks": marked("remarks"),
    "removed": marked("removed"),
    "roles": marked("roles"),
    "root": marked("root"),
    "serial": marked("serial"),
    "serials": marked("serial numbers"),
    "sha256": marked("SHA-256"),
    "signers": marked("signers"),
    "source": marked("source"),
    "state": marked("state"),
    "text": marked("text"),
    "unit": marked("unit"),
    "unit_price": marked("unit price"),
    "until": marked("until"),
    "usd": marked("in US dollars"),
    "validity": marked("valid until"),
    "valued_on": marked("valued on"),
    "values": marked("value"),
    "version": marked("version"),
    "withdrawn": marked("withdrawn"),
}
_TERMED = frozenset({"condition", "kinds", "approval", "origin", "quoted", "roles", "state"})


def action_words(action: str) -> str:
    """What was done, with a capital letter; one that is not known here stays as it was written."""
    return capital(tr(action) if action in _ACTIONS else action)


def subject_words(subject: str) -> str:
    """To what it was done: `commitment 12` as `Commitment 12`."""
    kind, _, name = subject.partition(" ")
    return tr(_SUBJECTS[kind]).format(name=name) if kind in _SUBJECTS else capital(subject)


def part_name(part: str) -> str:
    """What a kept value is called: `budget_line` as `budget line`, a basis by its term."""
    return tr(_PARTS[part]) if part in _PARTS else term(part.replace("_", " "))


def value_words(part: str, value: str) -> str:
    """A kept value by its term, where it is one of an enumeration."""
    if part == "money_source":
        return term(MoneySource(value))
    return term(value) if part in _TERMED else value


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]
