"""A working day, worked from outside: the first day, a list with its letter, a commitment, and the list's next version.

In Ukrainian and in the dark colours. Run by `.ci/outside.sh` inside a session of its own; every control is found by
the name that a screen reader says, and pictures of the way are left in `build/outside`.
"""

import os
import subprocess
import sys
from pathlib import Path

from tests.outside.reader import NotShownError, Reader
from tests.outside.words import Words

ROOT = Path(__file__).parents[2]
OUT = ROOT / "build" / "outside"
PROGRAMS = ROOT / ".venv" / "bin"
PASSPHRASE = "a passphrase for the test"
KEY_PASSPHRASE = "demo-key-passphrase"

GIVEN = ROOT / "resources" / "demo"
SHRINKING = "Снаряд осколково-фугасний, 155 мм"

uk = Words("uk")


def main() -> int:
    """Work the day; return the exit status."""
    keys = make_keys()
    (OUT / "backups").mkdir()
    environment = os.environ | {
        "HOME": str(OUT),
        "XDG_CONFIG_HOME": str(OUT / "config"),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "LC_ALL": "C.UTF-8",
        # Of a window that was closed while it was read.
        "QT_LOGGING_RULES": "qt.accessibility.atspi=false",
    }
    program = subprocess.Popen([PROGRAMS / "procure-desktop"], env=environment)
    reader = None
    try:
        reader = Reader("procure-desktop", OUT)
        work(reader, keys)
    except NotShownError as missing:
        sys.stderr.write(f"{missing}\n")
        if reader:
            reader.picture("failed")
            sys.stderr.write("Shown instead: " + " · ".join(reader.texts()) + "\n")
        return 1
    finally:
        program.terminate()
        program.wait()
    sys.stdout.write(f"The whole day was worked by name; its pictures are in {OUT}\n")
    return 0


def work(reader: Reader, keys: Path) -> None:
    """From nothing to an authorised commitment under a spreadsheet list, and what the next version does to it."""
    first_day(reader, keys)
    sign_in(reader, "Preparer")
    wear_dark(reader)
    reader.picture("home")
    import_spreadsheet(reader, GIVEN / "illustrative_requirements.xlsx", "lines")
    attest_first(reader)
    switch_officer(reader, "Authoriser")
    attest_second(reader)
    switch_officer(reader, "Preparer")
    commit_funds(reader, SHRINKING, "3")
    sign(reader, "Submit…", "Sign and submit", keys / "preparer.p12")
    reader.shows("UKR-")
    switch_officer(reader, "Authoriser")
    authorise(reader, keys / "authoriser.p12")
    reader.picture("authorised")
    import_spreadsheet(reader, second_version(), "lines-again")
    see_effect(reader)


def second_version() -> Path:
    """The same spreadsheet with a line shrunk below what was committed to it."""
    path = OUT / "second_version.xlsx"
    script = Path(__file__).with_name("second_version.py")
    subprocess.run([PROGRAMS / "python", script, path], check=True)
    return path


def make_keys() -> Path:
    """Certificates and keys of test officers, as a demo office brings them."""
    subprocess.run(
        [PROGRAMS / "procure", "demo", OUT / "demo"], check=True, stdout=subprocess.DEVNULL
    )
    return OUT / "demo" / "keys"


def first_day(reader: Reader, keys: Path) -> None:
    """The wizard, from nothing to an office with three officers."""
    reader.choose("Language", "Українська")
    reader.shows(uk("Language and region"))
    reader.picture("wizard-language")
    reader.press("push button", uk("Next"))
    reader.write(uk("Ministry"), "Міністерство оборони (умовне)")
    reader.write(uk("&Unit"), "Відділ закупівель")
    reader.picture("wizard-identity")
    reader.press("push button", uk("Next"))
    add_officer(reader, "Administrator", None)
    add_officer(reader, "Preparer", keys / "preparer.p12")
    add_officer(reader, "Authoriser", keys / "authoriser.p12")
    reader.picture("wizard-officers")
    reader.press("push button", uk("Next"))
    reader.write(uk("New folder"), str(OUT / "ministry.office"))
    reader.press("check box", uk("&Back up every day"))
    reader.write(uk("Folder for backups"), str(OUT / "backups"))
    reader.picture("wizard-place")
    reader.press("push button", uk("Next"))
    one_disk = "{folder} lies on the same disk as the office: one broken disk takes both."
    reader.shows(uk(one_disk, folder=str(OUT / "backups")))
    reader.picture("wizard-same-disk")
    reader.press("push button", uk("Next"))
    type_a_group(reader)
    reader.picture("wizard-summary")
    reader.press("push button", uk("&Make the office"))


def type_a_group(reader: Reader) -> None:
    """Show that the recovery key is at hand, as the sheet asks: one group of it, typed."""
    field = uk("&Group {number}, as the sheet says")
    number = reader.find("text", field).get_name().removeprefix(field).split()[0].strip(",")
    shown = reader.find("label", uk("Group {number}: {group}", number=number)).get_name()
    reader.write(f"{field}{number}", shown.rpartition(":")[2].replace(" ", ""))


def sign_in(reader: Reader, officer: str) -> None:
    """Sign in and see the desk."""
    reader.choose(uk("Officer"), officer)
    reader.write(uk("Passphrase"), PASSPHRASE)
    reader.press("push button", uk("&Sign in"))
    reader.find("check box", uk("Home"))


def wear_dark(reader: Reader) -> None:
    """Choose the dark colours among the preferences."""
    reader.key("ctrl+comma")
    reader.choose(uk("&Colours"), uk("Dark"))
    reader.picture("preferences")
    reader.press("push button", uk("&Apply"))
    reader.rest(1)


def add_officer(reader: Reader, name: str, key: Path | None) -> None:
    """One officer of the new office; the role that is still missing is proposed."""
    reader.press("push button", uk("&Add officer…"))
    reader.write(uk("Name"), name)
    reader.write(uk("First passphrase"), PASSPHRASE)
    reader.write(uk("The same again"), PASSPHRASE)
    if key:
        reader.write(uk("Certificate or key file"), str(key))
        reader.write(uk("Its passphrase (.p12)"), KEY_PASSPHRASE)
    reader.picture(f"wizard-{name.lower()}")
    reader.press("push button", uk("&Add officer"))
    reader.shows(name)


def import_spreadsheet(reader: Reader, file: Path, picture: str) -> None:
    """The four steps of the wizard, taking what it guesses of the columns."""
    reader.menu(uk("&Office"), uk("Import sprea&dsheet…"))
    reader.write(uk("Spreadsheet"), str(file))
    reader.write(uk("&Sent by"), "NSATU (ILLUSTRATIVE)")
    reader.shows("Найменування")
    reader.picture("sheet-file")
    reader.press("push button", uk("&Next"))
    reader.find("combo box", uk("&Decimals"))
    reader.picture("sheet-columns")
    reader.press("push button", uk("&Next"))
    reader.write(uk("&List"), "PURL-OUTSIDE")
    reader.picture("sheet-list")
    reader.press("push button", uk("&Next"))
    reader.find("table", uk("Lines as they will be stored"))
    reader.picture(picture)
    reader.press("push button", uk("&Import"))


def attest_first(reader: Reader) -> None:
    """The first officer brings the letter."""
    reader.menu(uk("&Office"), uk("&Attest list…"))
    reader.write(uk("Letter of approval"), str(GIVEN / "illustrative_letter.pdf"))
    reader.write(uk("Re&ference"), "ILLUSTRATIVE 1")
    attest(reader)


def attest_second(reader: Reader) -> None:
    """The second officer reads the letter that is stored."""
    reader.menu(uk("&Office"), uk("&Attest list…"))
    attest(reader)


def attest(reader: Reader) -> None:
    """State that the letter was read."""
    reader.press(
        "check box", uk("I have &read the letter, and it approves the list as it was imported")
    )
    reader.picture("attest")
    reader.press("push button", uk("&Attest"))
    reader.rest()


def switch_officer(reader: Reader, officer: str) -> None:
    """Lock the office, and let another officer sign in."""
    reader.key("ctrl+l")
    reader.rest(1)
    sign_in(reader, officer)


def see_effect(reader: Reader) -> None:
    """What the version does to the office: over by the one unit that is committed and no longer there."""
    reader.press("check box", uk("Effects on us"))
    reader.select("UKR-")
    reader.shows("1 EA")
    for step in ("As&k the issuer…", "A&ccept with a reason…", "&Withdraw…"):
        reader.find("push button", uk(step))
    reader.picture("effect")


def commit_funds(reader: Reader, item: str, quantity: str) -> None:
    """A draft for so many units of one line."""
    reader.press("check box", uk("Request lists"))
    reader.select(item)
    reader.press("push button", uk("Commit &funds…"))
    reader.write(uk("How much: {line}", line=""), quantity)
    reader.write(uk("&Budget line"), "6.1")
    reader.shows(uk("Total {amount}"))
    reader.picture("commit")
    reader.press("push button", uk("&Save draft"))


def sign(reader: Reader, step: str, verb: str, key: Path) -> None:
    """Take the step that carries the work on, and sign with the officer's own key."""
    reader.press("push button", uk(step))
    reader.write(uk("Key file (PKCS#12)"), str(key))
    reader.write(uk("Key &passphrase"), KEY_PASSPHRASE)
    reader.picture("sign")
    reader.press("push button", uk(verb))


def authorise(reader: Reader, key: Path) -> None:
    """The other officer signs in and countersigns."""
    reader.press("check box", uk("Commitments"))
    reader.select("-0001")
    sign(reader, "Authorise…", "Sign and authorise", key)


if __name__ == "__main__":
    sys.exit(main())
