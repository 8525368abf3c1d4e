"""Refusals and faults as sentences: what happened, why, and what to do."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from procure_desktop.domain import errors
from procure_desktop.domain.errors import ProcureError
from procure_desktop.domain.money import Money
from procure_desktop.domain.spreadsheet import ListField
from procure_desktop.language import marked, tr
from procure_desktop.wording import spreadsheets
from procure_desktop.wording.fields import field_name, system_reason
from procure_desktop.wording.figures import (
    amount,
    day,
    either,
    moment,
    spoken_fingerprint,
    whole,
)
from procure_desktop.wording.subjects import common_name
from procure_desktop.wording.terms import term

# Fields of the error stand in braces; `said` gives them their form.
_SENTENCES: dict[type[ProcureError], str] = {
    # Money, rates and text
    errors.AmountFormError: marked(
        "“{text}” is not an amount: write digits with at most one point, such as 1250000.50."
    ),
    errors.AmountPrecisionError: marked("“{text}” has too many decimals: {currency} has {digits}."),
    errors.AmountTooLargeError: marked(
        "The amount in {currency} is larger than this program can hold: check amount and rate."
    ),
    errors.AmountZeroError: marked(
        "The amount for line {line} comes to nothing: enter more than zero."
    ),
    errors.UnknownCurrencyError: marked(
        "{currency} is not a currency that this program knows: use its three-letter ISO code."
    ),
    errors.CurrencyMismatchError: marked(
        "An amount in {expected} belongs here, not one in {found}."
    ),
    errors.RateFormError: marked(
        "“{text}” is not an exchange rate: write digits with at most one point, such as 1.1565."
    ),
    errors.DollarRateError: marked("US dollars are not converted: leave the rate out."),
    errors.RateDayAheadError: marked(
        "The day of the rate, {day}, has not come yet: choose a rate of today or before."
    ),
    errors.LookalikeError: marked(
        "The {field} holds “{word}”, in which letters of two scripts look alike: it could pass for another name."
    ),
    errors.MixedScriptsError: marked(
        "The {field} “{text}” mixes letters of two scripts and could pass for another name: type it in one."
    ),
    errors.RateMissingError: marked(
        "No reference rate of the ECB for {currency} is known for {day} or shortly before: "
        "choose another day, or enter the ministry's own rate with its source."
    ),
    errors.EmptyTextError: marked("The {field} is empty: fill it in."),
    errors.TextTooLongError: marked("The {field} has {length} characters: shorten it to {most}."),
    errors.HiddenCharacterError: marked(
        "The {field} holds a character that cannot be seen ({code}, at place {place}): type the text anew."
    ),
    errors.GlyphMissingError: marked(
        "The {field} holds “{character}”, which the document's font cannot print: replace it."
    ),
    errors.NationFormError: marked(
        "“{text}” is not a nation's code: write three capital letters, such as NLD."
    ),
    errors.IdleTimeError: marked(
        "The window cannot lock after {minutes} minutes: choose from {least} to {most}."
    ),
    errors.OfficeLanguageError: marked(
        "Documents are not printed in “{code}”: choose one of these codes: {known}."
    ),
    errors.MarkingTooHighError: marked(
        "It is marked {marking}, and this office may hold at most {highest}: "
        "the administrator answers for that setting. Nothing was stored."
    ),
    # Officers, certificates and keys
    errors.NoAdministratorError: marked(
        "A new office needs an administrator, who adds officers and certificates: give one officer that role."
    ),
    errors.NoRolesError: marked("An officer needs at least one role."),
    errors.IncompatibleRolesError: marked(
        "One officer cannot be both {first} and {second}: give the roles to two officers."
    ),
    errors.RoleMissingError: marked("{officer} may not do this: it takes the role of {roles}."),
    errors.OwnPreparationError: marked(
        "{officer} prepared this commitment, so another officer has to decide on it."
    ),
    errors.NotPreparerError: marked(
        "{officer} did not prepare this commitment: only the officer who did may change or submit "
        "it."
    ),
    errors.OfficerUnknownError: marked(
        "No officer named “{name}” can sign in to this office: check the name."
    ),
    errors.OfficerExistsError: marked(
        "An officer named “{name}” is there already: choose another name."
    ),
    errors.OfficerLeftError: marked(
        "{name} left this office on {left} and can no longer act in it."
    ),
    errors.LastAdministratorError: marked(
        "{name} is the only administrator, and without one nobody could add officers: add another administrator first."
    ),
    errors.WrongPassphraseError: marked(
        "The passphrase does not open the office for {name}: type it again."
    ),
    errors.WeakPassphraseError: marked(
        "The passphrase is too short: use at least {least} characters."
    ),
    errors.SignInDelayedError: marked(
        "After wrong passphrases for {name} the next try is possible in {seconds} s: wait, then type it again."
    ),
    errors.RecoveryKeyMissingError: marked(
        "This office has no recovery key, so a forgotten passphrase cannot be replaced: restore a backup whose "
        "passphrase is known."
    ),
    errors.RecoveryKeyLengthError: marked(
        "A recovery key has {needed} letters and digits, and {found} were typed: compare it with the sheet."
    ),
    errors.RecoveryKeyTypoError: marked(
        "Group {group} is mistyped (“{typed}”): compare it with the sheet."
    ),
    errors.WrongRecoveryKeyError: marked(
        "This recovery key does not open the office: it belongs to another office, or a newer one has replaced it."
    ),
    errors.NoCertificateError: marked(
        "No certificate is enrolled for {officer}: ask the administrator to enrol it. Nothing was signed."
    ),
    errors.CertificateNotEnrolledError: marked(
        "The certificate “{subject}” is not the one enrolled for {officer}: choose the enrolled one, "
        "or ask the administrator to enrol this one. Nothing was signed."
    ),
    errors.CertificateExpiredError: marked(
        "The certificate “{subject}” expired on {until}: renew it. Nothing was changed."
    ),
    errors.CertificateNotYetValidError: marked(
        "The certificate “{subject}” is valid only from {since}. Nothing was changed."
    ),
    errors.CertificateUsageError: marked(
        "The certificate “{subject}” is not meant for signatures (key usage): use one that is. Nothing was changed."
    ),
    errors.CertificateTakenError: marked(
        "The certificate “{subject}” is enrolled for {officer} already: each officer has their own."
    ),
    errors.CertificateUnreadableError: marked(
        "{path} holds no certificate: choose an X.509 certificate in PEM or DER form, or a PKCS#12 key file."
    ),
    errors.KeyMismatchError: marked(
        "The private key does not belong to the certificate “{subject}”. Nothing was changed."
    ),
    errors.KeyFileUnreadableError: marked(
        "{path} is not a PKCS#12 key file: choose a file ending in .p12 or .pfx."
    ),
    errors.WrongKeyPassphraseError: marked(
        "The passphrase does not open the key file {path}: type it again. Nothing was changed."
    ),
    errors.SignatureFailedError: marked(
        "The signed document did not verify ({reason}), so nothing was stored or written."
    ),
    # The approved list and its release
    errors.LineUnknownError: marked(
        "No line {line} is in this office: search the request lists for it."
    ),
    errors.LineWithdrawnError: marked(
        "Line {line} is no longer on its list, so nothing can be committed or given to it."
    ),
    errors.ListExpiredError: marked(
        "List {serial} version {version} expired on {expired}: it can be viewed, but not committed to. "
        "Import the next release."
    ),
    errors.ListUnapprovedError: marked(
        "Nothing proves that NATO approved list {serial} version {version}: it can be viewed, but not "
        "committed to. Let two officers attest to it, with the letter that came with it."
    ),
    errors.VersionUnknownError: marked(
        "Version {version} of list {serial} was never imported here."
    ),
    errors.MissingStampError: marked(
        "Line {line} lacks the stamp of {step}, so it cannot be part of a release or be committed "
        "to."
    ),
    errors.MissingReleaseError: marked(
        "Line {line} is {colour} and the United States has not released it yet: it cannot be committed to."
    ),
    errors.ReleaseUnreadableError: marked(
        "The file is not a list release (at {place}): ask the sender for it again. Nothing was "
        "stored."
    ),
    errors.ReleaseForgedError: marked(
        "The release is not signed by enough keys of the pinned release authority (role {role}): "
        "do not use it and ask the authority. Nothing was stored."
    ),
    errors.ReleaseAlteredError: marked(
        "The release was altered after it was signed ({member}): ask for it again. Nothing was "
        "stored."
    ),
    errors.ReleaseOlderError: marked(
        "The release is older than one that was imported before ({role}). Nothing was stored."
    ),
    errors.ReleaseExpiredError: marked(
        "The release has expired ({role}): ask the release authority for a newer one. Nothing was "
        "stored."
    ),
    errors.ReleaseRepeatedError: marked(
        "List {serial} version {version} has been imported already. Nothing was changed."
    ),
    errors.ReleaseKeysMissingError: marked(
        "Only {found} of the authority's keys are at hand and {needed} are needed: "
        "bring another key file to the folder."
    ),
    errors.KeyNameError: marked(
        "“{text}” names no key of a release authority: write it as release-2 or root-1."
    ),
    errors.ReleaseOutlastsRootError: marked(
        "The release would hold to {expires}, and the authority's root only to {root}: choose an earlier last day."
    ),
    errors.TrustMissingError: marked(
        "No release authority is pinned, so no list can be checked: the administrator pins its root first."
    ),
    errors.TrustRootUnreadableError: marked(
        "{path} is not the root of a release authority: choose its root.json."
    ),
    errors.TrustPinnedError: marked(
        "Another release authority is pinned ({fingerprint}): a new root comes inside a release, signed by the old one."
    ),
    errors.JsonUnreadableError: marked("The JSON cannot be read at {place}: {problem}."),
    errors.ListUnreadableError: marked(
        "The list cannot be read at {place}: {problem}. Nothing was stored."
    ),
    errors.LineReusedError: marked(
        "The identity of line {line} stands for another line already: it is never used again. "
        "Nothing was stored."
    ),
    errors.PackageUnknownError: marked(
        "Line {line} names the package {package}, which its list does not have. Nothing was stored."
    ),
    # Commitments, donations and documents
    errors.EmptyCommitmentError: marked(
        "The commitment has no line: choose at least one on a request list."
    ),
    errors.DuplicateLineError: marked(
        "Line {line} stands twice in the commitment: put both into one."
    ),
    errors.MixedListsError: marked(
        "The lines come from two lists ({first} and {second}): make one commitment for each."
    ),
    errors.QuantityError: marked(
        "The quantity for line {line} must be a whole number from 1 to 10,000,000."
    ),
    errors.OrderFormError: marked(
        '“{text}” is not understood: write LINE=QUANTITY or "LINE=AMOUNT CURRENCY".'
    ),
    errors.OverCommitmentError: marked(
        "Of line {line}, {outstanding_usd} and a quantity of {outstanding_quantity} are outstanding; "
        "{usd} and a quantity of {quantity} were asked for. Ask for less. Nothing was changed."
    ),
    errors.PriceChangedError: marked(
        "The price of line {line} is no longer the one of the draft: open the draft, look at the new totals "
        "and save it."
    ),
    errors.ValidityPassedError: marked(
        "The last day of validity, {validity}, has passed: choose a later one."
    ),
    errors.WrongStateError: marked("Commitment {subject} is {state}, so it cannot become {to}."),
    errors.CommitmentUnknownError: marked(
        "No commitment “{reference}” is in this office: look it up under Commitments."
    ),
    errors.DocumentMissingError: marked(
        "Commitment {reference} has no signed document yet: submit it first."
    ),
    errors.NotUrgentError: marked(
        "Line {line} is not open to donations from stock: only urgent lines are."
    ),
    errors.SerialCountError: marked(
        "There are {serials} serial numbers for {quantity} units: give one for each, or none."
    ),
    errors.SerialRepeatedError: marked("The serial number {serial} stands twice."),
    errors.LineOverHeldError: marked(
        "The newest release left less of line {line} than is held of it: over by {over}. "
        "Return the commitment to its preparer. Nothing was signed."
    ),
    errors.ValuationAheadError: marked(
        "The day of the valuation, {day}, has not come yet: choose an earlier one."
    ),
    errors.QuotedValueMissingError: marked(
        "The basis that is quoted ({basis}) has no value: enter it or quote another."
    ),
    # Saved views and exported lists
    errors.ViewNameTakenError: marked(
        "You have another view named “{name}” for this list: choose another name."
    ),
    errors.ViewUnknownError: marked(
        "The view is no longer there, or is not shared any more: choose another."
    ),
    errors.ViewNotOwnError: marked(
        "The view “{name}” was saved by {owner}: save it as one of your own and change that."
    ),
    errors.TooManyRowsError: marked(
        "The list has {rows} rows and a sheet of this form holds {most}: narrow the list, or export it as CSV. "
        "Nothing was written."
    ),
    # What versions of a list do to the office
    errors.EffectUnknownError: marked(
        "No effect {effect} is in this office: look it up under Effects on us."
    ),
    errors.EffectSettledError: marked(
        "Effect {effect} is {state}: nothing is left to be done about it. Nothing was changed."
    ),
    errors.NothingLeftError: marked(
        "The lists leave nothing of any line of {reference}, so there is nothing to draft in its place: "
        "withdraw it, ask the issuer, or accept it with a reason."
    ),
    # Files, the office folder and the journal
    errors.OfficeMissingError: marked(
        "There is no office at {path}: choose a folder that ends in .office."
    ),
    errors.OfficeExistsError: marked(
        "Something stands at {path} already, and nothing is ever overwritten: choose another place."
    ),
    errors.OfficeDamagedError: marked(
        "{path} cannot be read as part of an office: restore the latest backup."
    ),
    errors.OfficeNewerError: marked(
        "{path} was written by a newer version of this program: install that version."
    ),
    errors.OfficeOlderError: marked(
        "{path} was written by an older version of this program and has to be upgraded, which cannot be done where it "
        "is only read: open it once where it can be written."
    ),
    errors.OfficeUnfoldedError: marked(
        "{path} was copied while a program was using it, so its last changes cannot be read here: copy the whole "
        "folder to a disk that can be written and open it there."
    ),
    errors.OfficeReadOnlyError: marked(
        "This office is open for reading only: nothing was changed."
    ),
    errors.OfficeBusyError: marked(
        "Another program is writing to this office and did not finish: try again in a moment."
    ),
    errors.NetworkFolderError: marked(
        "{path} lies on a network file system ({kind}), where locks and writes can be lost: "
        "keep the office on a local disk."
    ),
    errors.DurabilityError: marked(
        "The database would not take the setting {setting} (it says {found}), "
        "so changes could be lost in a power cut: nothing was opened."
    ),
    errors.FileUnreadableError: marked("{path} cannot be read: {reason}."),
    errors.FileUnwritableError: marked("{path} cannot be written: {reason}. Nothing was changed."),
    errors.FileExistsAlreadyError: marked(
        "{path} is there already, and nothing is overwritten unasked: choose another name."
    ),
    errors.FileTooLargeError: marked(
        "{path} is larger than {most} bytes, more than such a file can be."
    ),
    errors.LogoUnreadableError: marked(
        "{path} is not an image that can be a logo: choose a whole PNG file."
    ),
    errors.LogoSizeError: marked(
        "{path} is an image of {width} × {height} pixels: make the logo at most 4,000 pixels wide and high."
    ),
    errors.BackupPlaceError: marked(
        "Backups cannot go to {path}: choose a folder by its whole path, outside the office folder and best on "
        "another disk."
    ),
    errors.BackupUnreadableError: marked(
        "{path} is not a backup of an office, or it is damaged: use another one."
    ),
    errors.BackupFolderGoneError: marked(
        "The folder of the daily backups cannot be used: {path} ({reason}). Connect its disk, or let the administrator "
        "choose another folder; it is tried again every ten minutes."
    ),
    errors.JournalBrokenError: marked(
        "The journal is broken at entry {number}: from there on it is not what was written. "
        "Keep this office as it is and tell your auditor."
    ),
    errors.JournalRewrittenError: marked(
        "The journal is not the one that this file was made with: entry {number} is missing or another. "
        "Keep this office as it is and tell your auditor."
    ),
    errors.AnchorForeignError: marked(
        "{path} was made by another office: choose a signed commitment or a backup of this one."
    ),
    errors.AnchorNotValidError: marked(
        "{path} is not a valid document, so it proves nothing about the journal: verify it first."
    ),
    errors.AnchorMissingError: marked(
        "{path} carries no head of a journal: choose a signed commitment or a backup."
    ),
    errors.CancelledError: marked("Cancelled. Nothing was changed."),
    **spreadsheets.SENTENCES,
}


_NAMED: dict[str, Callable[[str], str]] = {
    "field": field_name,
    "fingerprint": spoken_fingerprint,
    "reason": system_reason,
    "subject": common_name,
}
"""How a text is said that stands in a field of this name; any other stays as it is."""


def sentence(error: ProcureError) -> str:
    """What an error says to people; the file that was being read goes first, where there was one."""
    said = tr(_SENTENCES[type(error)]).format_map(
        {name: _said(name, value) for name, value in vars(error).items()}
    )
    return f"{error.file}: {said}" if error.file else said


def _said(name: str, value: Any) -> str:
    match value:
        case Money():
            said = amount(value)
        case ListField():
            said = spreadsheets.field_word(value)
        case StrEnum():
            said = term(value)
        case datetime():
            said = moment(value)
        case date():
            said = day(value)
        case int() if name != "number":
            said = whole(value)
        case str():
            said = _NAMED.get(name, str)(value)
        case tuple() if name == "groups":
            said = spreadsheets.missing_words(value)
        case Iterable():
            said = either([term(member) for member in value])
        case _:
            said = str(value)
    return said
