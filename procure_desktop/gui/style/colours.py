"""Every colour of the window: three schemes by palette roles, and what must stand out in each."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtGui import QPalette

_Role = QPalette.ColorRole


class Tone(Enum):
    """What must stand out from the rest."""

    PLAIN = auto()
    INFO = auto()
    DONE = auto()
    WARNING = auto()
    REFUSED = auto()
    DEMO = auto()


class Mark(Enum):
    """A small sign beside a word in a list, by its drawing. The word always stands beside it."""

    GREEN = "dot"
    YELLOW = "half-dot"
    RED = "ring"
    URGENT = "urgent"
    DRAFT = "pencil"
    WAITING = "clock"
    DONE = "check"
    STOPPED = "stop"


class Paint(Enum):
    """What a mark means by its colour."""

    GOOD = auto()
    CAUTION = auto()
    BAD = auto()
    QUIET = auto()


PAINTS = {
    Mark.GREEN: Paint.GOOD,
    Mark.YELLOW: Paint.CAUTION,
    Mark.RED: Paint.BAD,
    Mark.URGENT: Paint.BAD,
    Mark.DRAFT: Paint.QUIET,
    Mark.WAITING: Paint.CAUTION,
    Mark.DONE: Paint.GOOD,
    Mark.STOPPED: Paint.BAD,
}


@dataclass(frozen=True, slots=True, eq=False)
class Scheme:
    """The colours of one look, as `#rrggbb`.

    `faded` stands over `roles` where something cannot be used; `border` is the line around fields and
    buttons; `focus` the ring around what the keyboard works; `tones` are (text, ground).
    """

    roles: Mapping[QPalette.ColorRole, str]
    faded: Mapping[QPalette.ColorRole, str]
    border: str
    focus: str
    tones: Mapping[Tone, tuple[str, str]]
    paints: Mapping[Paint, str]


LIGHT = Scheme(
    roles={
        _Role.Window: "#f3f5f7",
        _Role.WindowText: "#1a222b",
        _Role.Base: "#ffffff",
        _Role.AlternateBase: "#f6f8fa",
        _Role.Text: "#1a222b",
        _Role.Button: "#e8ecf0",
        _Role.ButtonText: "#1a222b",
        _Role.BrightText: "#ffffff",
        _Role.Highlight: "#0b5cad",
        _Role.HighlightedText: "#ffffff",
        _Role.Accent: "#0b5cad",
        _Role.Link: "#0b5cad",
        _Role.LinkVisited: "#6b3fa0",
        _Role.ToolTipBase: "#1a222b",
        _Role.ToolTipText: "#ffffff",
        _Role.PlaceholderText: "#5a6571",
        _Role.Light: "#ffffff",
        _Role.Midlight: "#eef1f4",
        _Role.Mid: "#b4bdc7",
        _Role.Dark: "#78838f",
        _Role.Shadow: "#4a545f",
    },
    faded={
        _Role.WindowText: "#5f6a75",
        _Role.Text: "#5f6a75",
        _Role.ButtonText: "#5f6a75",
        _Role.Highlight: "#c3ced9",
        _Role.HighlightedText: "#1a222b",
    },
    border="#7b8692",
    focus="#0b5cad",
    tones={
        Tone.PLAIN: ("#1a222b", "#ffffff"),
        Tone.INFO: ("#0a3d73", "#e1edf9"),
        Tone.DONE: ("#14532d", "#dff2e5"),
        Tone.WARNING: ("#5a3c00", "#fff1cc"),
        Tone.REFUSED: ("#861a13", "#fbe2e0"),
        Tone.DEMO: ("#1f1600", "#f4bd1c"),
    },
    paints={
        Paint.GOOD: "#1b7f3b",
        Paint.CAUTION: "#8a6100",
        Paint.BAD: "#b3261e",
        Paint.QUIET: "#5a6571",
    },
)

DARK = Scheme(
    roles={
        _Role.Window: "#1d242b",
        _Role.WindowText: "#e4e9ee",
        _Role.Base: "#14191f",
        _Role.AlternateBase: "#191f26",
        _Role.Text: "#e4e9ee",
        _Role.Button: "#333d47",
        _Role.ButtonText: "#e9eef2",
        _Role.BrightText: "#ffffff",
        _Role.Highlight: "#2468b0",
        _Role.HighlightedText: "#ffffff",
        _Role.Accent: "#7cbcf8",
        _Role.Link: "#7cbcf8",
        _Role.LinkVisited: "#c5abf5",
        _Role.ToolTipBase: "#e4e9ee",
        _Role.ToolTipText: "#14191f",
        _Role.PlaceholderText: "#a4afba",
        _Role.Light: "#4b5763",
        _Role.Midlight: "#28313a",
        _Role.Mid: "#39434d",
        _Role.Dark: "#7d8894",
        _Role.Shadow: "#000000",
    },
    faded={
        _Role.WindowText: "#96a1ac",
        _Role.Text: "#96a1ac",
        _Role.ButtonText: "#96a1ac",
        _Role.Button: "#262e36",
        _Role.Highlight: "#3a4754",
        _Role.HighlightedText: "#e4e9ee",
    },
    border="#818c98",
    focus="#7cbcf8",
    tones={
        Tone.PLAIN: ("#e4e9ee", "#14191f"),
        Tone.INFO: ("#d3e6fb", "#17355a"),
        Tone.DONE: ("#cdf1d8", "#173a26"),
        Tone.WARNING: ("#ffe6a8", "#463508"),
        Tone.REFUSED: ("#ffd9d5", "#5a211c"),
        Tone.DEMO: ("#1f1600", "#dca91a"),
    },
    paints={
        Paint.GOOD: "#62d189",
        Paint.CAUTION: "#e7bb4c",
        Paint.BAD: "#ff938a",
        Paint.QUIET: "#a4afba",
    },
)

HIGH_CONTRAST = Scheme(
    roles={
        _Role.Window: "#000000",
        _Role.WindowText: "#ffffff",
        _Role.Base: "#000000",
        _Role.AlternateBase: "#1c1c1c",
        _Role.Text: "#ffffff",
        _Role.Button: "#000000",
        _Role.ButtonText: "#ffffff",
        _Role.BrightText: "#ffffff",
        _Role.Highlight: "#ffe100",
        _Role.HighlightedText: "#000000",
        _Role.Accent: "#ffe100",
        _Role.Link: "#8fd5ff",
        _Role.LinkVisited: "#e0c2ff",
        _Role.ToolTipBase: "#ffffff",
        _Role.ToolTipText: "#000000",
        _Role.PlaceholderText: "#d6d6d6",
        _Role.Light: "#ffffff",
        _Role.Midlight: "#333333",
        _Role.Mid: "#4d4d4d",
        _Role.Dark: "#ffffff",
        _Role.Shadow: "#000000",
    },
    faded={
        _Role.WindowText: "#b0b0b0",
        _Role.Text: "#b0b0b0",
        _Role.ButtonText: "#b0b0b0",
        _Role.Highlight: "#5c5c5c",
        _Role.HighlightedText: "#ffffff",
    },
    border="#ffffff",
    focus="#ffe100",
    tones={
        Tone.PLAIN: ("#ffffff", "#000000"),
        Tone.INFO: ("#ffffff", "#003a8c"),
        Tone.DONE: ("#ffffff", "#00501e"),
        Tone.WARNING: ("#000000", "#ffe100"),
        Tone.REFUSED: ("#ffffff", "#8c0000"),
        Tone.DEMO: ("#000000", "#ffe100"),
    },
    paints={
        Paint.GOOD: "#5cff8f",
        Paint.CAUTION: "#ffe100",
        Paint.BAD: "#ff9b9b",
        Paint.QUIET: "#ffffff",
    },
)

SCHEMES = {"light": LIGHT, "dark": DARK, "high contrast": HIGH_CONTRAST}
"""The schemes by the names that a preference has."""
