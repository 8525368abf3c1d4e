"""The journal: every change in a chain of SHA-256, so that a cut or rewritten past is found."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Change:
    """What was done to what: `before` and `after` are JSON values, None where there is nothing."""

    action: str
    subject: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a journal: its number (0 for an empty one) and its hash."""

    number: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: who did what when (UTC). `content` is the canonical JSON that `sha256` was made of."""

    number: int
    at: datetime
    officer: str
    change: Change
    content: bytes
    sha256: str


def entry_content(
    number: int, at: datetime, officer: str, change: Change, previous: str
) -> dict[str, Any]:
    """The JSON object whose canonical bytes are hashed; it holds the hash of the entry before."""
    return {
        "number": number,
        "at": at.isoformat(),
        "officer": officer,
        "action": change.action,
        "subject": change.subject,
        "before": change.before,
        "after": change.after,
        "previous": previous,
    }


def entry_hash(content: bytes) -> str:
    """SHA-256 of an entry's canonical JSON, in hex."""
    return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True, slots=True)
class Link:
    """What the database holds of one entry: its number, the hash before, its content and its own hash."""

    number: int
    previous: str
    content: bytes
    content_previous: str
    content_number: int
    sha256: str


def first_broken_link(links: Iterable[Link]) -> int | None:
    """The number of the first entry whose number, content or hash does not follow from the one before."""
    expected = Head(0, GENESIS)
    for link in links:
        follows = link.number == link.content_number == expected.number + 1
        chained = link.previous == link.content_previous == expected.sha256
        if not (follows and chained and entry_hash(link.content) == link.sha256):
            return expected.number + 1
        expected = Head(link.number, link.sha256)
    return None
