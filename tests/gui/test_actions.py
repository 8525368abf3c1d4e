import re
from collections import Counter
from typing import Any

import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from procure_desktop.domain.officer import Role
from procure_desktop.gui.desk.action_rules import Place, Standing
from procure_desktop.gui.desk.action_specs import ACTIONS
from procure_desktop.gui.desk.actions import ActionTable
from procure_desktop.gui.desk.menus import MENUS, TOOLBAR

PREPARER = frozenset({Role.PREPARER})
AUTHORISER = frozenset({Role.AUTHORISER})
BY_NAME = {spec.name: spec for spec in ACTIONS}


def standing(place: Place, roles: frozenset[Role], *rows: dict[str, Any]) -> Standing:
    return Standing(place, "Me", roles, rows)


def line(state: str = "open", *, urgent: bool = False) -> dict[str, Any]:
    return {"state": state, "urgent": urgent, "withdrawn": state == "withdrawn"}


def commitment(state: str, prepared_by: str) -> dict[str, Any]:
    return {"state": state, "prepared_by": prepared_by}


def test_no_two_actions_share_a_shortcut(qtbot: QtBot) -> None:
    keys = [QKeySequence(spec.shortcut).toString() for spec in ACTIONS if spec.shortcut]
    keys += [f"Ctrl+{number}" for number in range(1, len(Place) + 1)]
    assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_no_two_entries_of_a_menu_share_a_mnemonic() -> None:
    titles = [mnemonic(title) for title in (*MENUS, "&Go to")]
    assert len(set(titles)) == len(titles)
    for title, names in MENUS.items():
        keys = [mnemonic(BY_NAME[name].text) for name in names if name]
        assert None not in keys, title
        assert len(set(keys)) == len(keys), title


def mnemonic(text: str) -> str | None:
    found = re.search(r"&([^&])", text.replace("&&", ""))
    return found[1].lower() if found else None


def test_every_action_is_in_a_menu_and_the_toolbar_is_short() -> None:
    in_menus = {name for names in MENUS.values() for name in names if name}
    assert {spec.name for spec in ACTIONS} - in_menus == {"find"}
    assert len(TOOLBAR) <= 7
    assert set(TOOLBAR) <= in_menus


def test_every_action_has_words_and_a_sign(qtbot: QtBot) -> None:
    table = ActionTable()
    for name in table.names():
        action = table[name]
        assert action.text()
        assert not action.icon().isNull()
        assert "<" not in action.toolTip()


@pytest.mark.parametrize(
    ("name", "at", "allowed"),
    [
        ("commit-funds", standing(Place.LINES, PREPARER, line()), True),
        ("commit-funds", standing(Place.LINES, PREPARER), False),
        ("commit-funds", standing(Place.LINES, AUTHORISER, line()), False),
        (
            "commit-funds",
            standing(Place.LINES, PREPARER, line(), line("withdrawn")),
            False,
        ),
        (
            "log-donation",
            standing(Place.LINES, PREPARER, line(urgent=True)),
            True,
        ),
        (
            "log-donation",
            standing(Place.LINES, PREPARER, line(urgent=False)),
            False,
        ),
        ("submit", standing(Place.COMMITMENTS, PREPARER, commitment("draft", "Me")), True),
        ("submit", standing(Place.COMMITMENTS, PREPARER, commitment("draft", "You")), False),
        ("submit", standing(Place.COMMITMENTS, PREPARER, commitment("submitted", "Me")), False),
        (
            "authorise",
            standing(Place.COMMITMENTS, AUTHORISER, commitment("submitted", "You")),
            True,
        ),
        (
            "authorise",
            standing(Place.COMMITMENTS, AUTHORISER, commitment("submitted", "Me")),
            False,
        ),
        (
            "withdraw",
            standing(Place.COMMITMENTS, AUTHORISER, commitment("authorised", "You")),
            True,
        ),
        ("withdraw", standing(Place.COMMITMENTS, PREPARER, commitment("authorised", "Me")), False),
        ("export", standing(Place.COMMITMENTS, PREPARER, commitment("draft", "Me")), False),
        ("preview", standing(Place.COMMITMENTS, PREPARER, commitment("draft", "Me")), True),
        ("pin-trust", standing(Place.HOME, PREPARER), False),
        ("pin-trust", standing(Place.HOME, frozenset({Role.ADMINISTRATOR})), True),
    ],
)
def test_action_can_be_used_when_its_rule_says_so(
    qtbot: QtBot, name: str, at: Standing, allowed: bool
) -> None:
    table = ActionTable()
    assert not table[name].isEnabled()
    table.follow(at)
    assert table[name].isEnabled() is allowed
