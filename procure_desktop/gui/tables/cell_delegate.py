"""How a cell of a list is written: figures apart from what follows them, what is cut in a tooltip."""

import html

from PySide6.QtCore import QEvent, QLocale, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip
from typing_extensions import override

from procure_desktop.gui.tables.columns import APART


class CellDelegate(QStyledItemDelegate):
    """Says what a cell holds in a tooltip, as plain text, where the cell has no room for it."""

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        cut = self.sizeHint(option, index).width() > option.rect.width()
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        # Qt would take what an outsider wrote as markup: it is escaped, and so shown as it stands.
        QToolTip.showText(event.globalPos(), f"<p>{html.escape(text)}</p>" if cut else "", view)
        return True


class ApartDelegate(CellDelegate):
    """Keeps figures, which end at the right edge of their column, apart from what follows them."""

    @override
    def displayText(self, value: object, locale: QLocale | QLocale.Language) -> str:
        return f"{value}{APART}"
