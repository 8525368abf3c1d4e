"""The help: every page and dialog has a topic in both languages, and every topic can be reached."""

import re
from collections.abc import Callable, Iterator
from importlib.resources import files

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from procure_desktop.gui.desk.action_rules import Place as Page
from procure_desktop.gui.desk.action_specs import ACTIONS
from procure_desktop.gui.help.help_topics import (
    TOPICS,
    has_topic,
    names_on_screen,
    read_topic,
    title_of,
    topic_of,
)
from procure_desktop.gui.help.help_window import HelpWindow, TopicView
from procure_desktop.language import ENGLISH, REGIONS, language, speak
from tests.gui.every_window import DIALOGS, SIGN_IN, Shown
from tests.gui.hands import Hands
from tests.office_factory import PREPARER

LANGUAGES = sorted(REGIONS)
_LINK = re.compile(r"\]\(([^)]+)\)")


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    yield
    speak(language(ENGLISH))


def source(code: str, topic: str) -> str:
    folder = files("procure_desktop.resources").joinpath("help", code)
    return folder.joinpath(f"{topic}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("topic", TOPICS)
def test_topic_is_written(topic: str, code: str) -> None:
    text = source(code, topic)
    assert text.startswith("# ")
    assert len(text) > 300
    named = re.findall(r"\{([a-z0-9-]+)\}", text)
    assert set(named) <= names_on_screen().keys()
    assert {link.removesuffix(".md") for link in _LINK.findall(text)} <= set(TOPICS)
    assert "![" not in text
    assert "<" not in text


@pytest.mark.parametrize("topic", TOPICS)
def test_languages_say_the_same_things(topic: str) -> None:
    shapes = [shape(source(code, topic)) for code in LANGUAGES]
    assert shapes[0] == shapes[1]


def shape(text: str) -> tuple[object, ...]:
    """Its headings, steps and rows, and the actions and links it names."""
    headings = re.findall(r"^(#+|[0-9]+\.|-|\|)", text, re.MULTILINE)
    named = sorted(re.findall(r"\{([a-z0-9-]+)\}", text))
    return headings, named, sorted(_LINK.findall(text))


def test_no_file_lies_there_that_is_no_topic() -> None:
    for code in LANGUAGES:
        folder = files("procure_desktop.resources").joinpath("help", code)
        assert {file.name.removesuffix(".md") for file in folder.iterdir()} == set(TOPICS)


def test_every_page_and_dialog_has_a_topic() -> None:
    windows = {f"{page.value[0]}-page" for page in Page}
    windows |= {shown.name for shown in (*SIGN_IN, *DIALOGS) if shown.name != "main-window"}
    assert {name for name in windows if not has_topic(name)} == set()


@pytest.mark.parametrize("code", LANGUAGES)
def test_keyboard_topic_has_every_key(code: str) -> None:
    speak(language(code))
    text = read_topic("keyboard")
    for spec in ACTIONS:
        if spec.shortcut:
            assert f"| {spec.shortcut} |" in text


@pytest.mark.parametrize("code", LANGUAGES)
def test_contents_lead_to_every_topic(qtbot: QtBot, code: str) -> None:
    speak(language(code))
    window = HelpWindow()
    qtbot.addWidget(window)
    window.show_topic("home")
    for place, topic in enumerate(TOPICS):
        window.contents.setCurrentRow(place)
        assert window.topic == topic
        assert title_of(topic) in window.text.toPlainText()


def test_search_narrows_and_enter_opens(qtbot: QtBot) -> None:
    window = HelpWindow()
    qtbot.addWidget(window)
    window.show_topic("home")
    window.show()
    QTest.keyClicks(window.search, "fingerprint voice")
    assert window.contents.count() == 1
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert window.topic == "release-authority"
    window.back.click()
    assert window.topic == "home"
    window.search.clear()
    assert window.contents.count() == len(TOPICS)


def test_links_lead_to_topics_and_nowhere_else(qtbot: QtBot) -> None:
    window = HelpWindow()
    qtbot.addWidget(window)
    window.show_topic("welcome")
    window.text.anchorClicked.emit(QUrl("verify.md"))
    assert window.topic == "verify"
    window.text.anchorClicked.emit(QUrl("https://example.org/verify.md"))
    window.text.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert window.topic == "verify"


def test_nothing_is_loaded_from_outside(qtbot: QtBot) -> None:
    view = TopicView()
    qtbot.addWidget(view)
    kind = QTextDocument.ResourceType.ImageResource.value
    assert view.loadResource(kind, QUrl("file:///etc/hostname")) is None
    assert view.loadResource(kind, QUrl("https://example.org/a.png")) is None


def shown_help() -> HelpWindow:
    windows = QApplication.topLevelWidgets()
    return next(one for one in windows if isinstance(one, HelpWindow) and one.isVisible())


@pytest.mark.parametrize("page", Page, ids=lambda page: str(page.value[0]))
def test_f1_opens_the_topic_of_the_page(hands: Hands, page: Page) -> None:
    hands.sign_in(PREPARER)
    hands.click(f"rail-{page.value[0]}")
    hands.press(Qt.Key.Key_F1)
    assert shown_help().topic == topic_of(f"{page.value[0]}-page")


@pytest.mark.parametrize(
    "shown", [one for one in DIALOGS if one.action in {"commit-funds", "verify"}], ids=str
)
def test_f1_opens_the_topic_of_the_dialog_beside_it(
    show: Callable[[Shown], QWidget], hands: Hands, qtbot: QtBot, shown: Shown
) -> None:
    dialog = show(shown)
    hands.press(Qt.Key.Key_F1)
    helping = shown_help()
    assert helping.topic == topic_of(shown.name)
    assert dialog.isVisible()
    helping.activateWindow()
    qtbot.waitUntil(helping.isActiveWindow)
    QTest.keyClick(helping, Qt.Key.Key_Escape)
    assert not helping.isVisible()


def test_f1_before_signing_in(hands: Hands) -> None:
    hands.press(Qt.Key.Key_F1)
    assert shown_help().topic == "sign-in"
