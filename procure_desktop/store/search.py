"""The search of lines, by the embedded engine's full-text index; another engine would have its own here.

`line_search` holds each line's folded text under the line's id. What is sought is found at the beginning of
words, through the index; only a word that begins nowhere so is looked for inside of words, through all texts.
"""

import re
from collections.abc import Sequence

from sqlalchemy import (
    ColumnElement,
    and_,
    column,
    delete,
    func,
    insert,
    literal,
    literal_column,
    select,
    table,
)

from procure_desktop.store.database import Transaction
from procure_desktop.store.list_tables import line, line_incoming

line_search = table("line_search", column("rowid"), column("folded"))

_FEW = 5000
_LETTERS = re.compile(r"[^\W_]+")


def search_lines(
    tx: Transaction, words: Sequence[str], *, in_order: bool = False
) -> ColumnElement[bool]:
    """The condition on `line` that it has every one of the folded words; `in_order` says how it will be read."""
    sought = _begins(words)
    count = _count(tx, sought)
    if count == 0:
        sought = and_(
            *(_begins([word]) if _count(tx, _begins([word])) else _contains(word) for word in words)
        )
    found = select(line_search.c.rowid).where(sought)
    # Where much is found, walking the lines in their order meets a page of it sooner than sorting all of it.
    key = line.c.id + 0 if in_order and count > _FEW else line.c.id
    return key.in_(found)


def contains(text: ColumnElement[str], word: str) -> ColumnElement[bool]:
    """Whether a text has a word anywhere; the word's characters stand for themselves."""
    pattern = "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%"
    return text.like(pattern, escape="!")


def drop_changed(tx: Transaction) -> None:
    """Forget the texts of the stored lines that the incoming ones change."""
    changed = select(line_incoming.c.line_id).where(
        line_incoming.c.line_id.is_not(None),
        line_incoming.c.changed == True,  # noqa: E712 (SQL)
    )
    tx.execute(delete(line_search).where(line_search.c.rowid.in_(changed)))


def add_changed(tx: Transaction) -> None:
    """Take in the texts of the incoming lines that are new or changed."""
    fresh = (
        select(line.c.id, line_incoming.c.folded)
        .join(line, line.c.reference == line_incoming.c.reference)
        .where(line_incoming.c.changed == True)  # noqa: E712 (SQL)
    )
    tx.execute(insert(line_search).from_select(["rowid", "folded"], fresh))


def _begins(words: Sequence[str]) -> ColumnElement[bool]:
    """A word with signs in it is looked up by its letters and digits, and then compared whole."""
    parts = [(word, _LETTERS.findall(word)) for word in words]
    signed = [_contains(word) for word, letters in parts if letters != [word]]
    terms = [
        f'"{letter}"' + ("*" if letter is letters[-1] else "")
        for _, letters in parts
        for letter in letters
    ]
    if not terms:
        return and_(*signed)
    match = literal_column("line_search").op("MATCH", is_comparison=True)(literal(" ".join(terms)))
    return and_(match, *signed)


def _contains(word: str) -> ColumnElement[bool]:
    return contains(line_search.c.folded, word)


def _count(tx: Transaction, sought: ColumnElement[bool]) -> int:
    """How many lines have it, counted to a few thousand."""
    found = select(literal(1)).select_from(line_search).where(sought).limit(_FEW + 1)
    counted = select(func.count()).select_from(found.subquery())
    return tx.execute(counted).scalar_one()
