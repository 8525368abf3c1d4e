"""The views of a list: the usual ones, the officer's own and those that others share; and keeping another."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from procure_desktop.domain.listing import Listing, Query
from procure_desktop.domain.saved_view import Arrangement, SavedView
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.listing.usual_views import usual_views
from procure_desktop.gui.listing.view_dialog import ViewDialog
from procure_desktop.gui.parts.menu_button import MenuButton
from procure_desktop.gui.style.icons import icon
from procure_desktop.gui.style.phrases import escape_mnemonic
from procure_desktop.language import tr
from procure_desktop.services.save_view import (
    change_view,
    delete_view,
    list_views,
    rename_view,
    save_view,
)


class ViewMenu(MenuButton):
    """`chosen` carries the Arrangement to show, `columns_asked` and `export_asked` what else is wanted."""

    chosen = Signal(object)
    columns_asked = Signal()
    export_asked = Signal()

    def __init__(self, desk: Desk, listing: Listing, page: QWidget) -> None:
        """Offer the views of a list; dialogs open over `page`."""
        self._menu = QMenu()
        super().__init__("views", self._menu)
        self._desk, self._listing, self._page = desk, listing, page
        self._now = Arrangement(Query(listing))
        self._view: SavedView | None = None
        self.setIcon(icon("list"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setToolTip(tr("Views: what of the list is shown, in which order and columns"))
        self._menu.aboutToShow.connect(self._fill)
        self._name("")

    def show_arrangement(self, now: Arrangement) -> None:
        """Follow what the list shows, and name it where it is a view."""
        self._now = now
        if self._view is not None:
            changed = self._view.arrangement != now
            name = self._view.name
            self._name(tr("{view} (changed)").format(view=name) if changed else name)
            return
        usual = usual_views(self._desk.office, self._listing)
        names = [tr(one.name) for one in usual if Arrangement(one.query) == now]
        self._name(names[0] if names else "")

    def show_view(self, view: SavedView) -> None:
        """Show a saved view; it is the one that is changed from now on."""
        self._view = view
        self.chosen.emit(view.arrangement)

    def _name(self, name: str) -> None:
        self.setText(escape_mnemonic(name or tr("Views")))
        said = tr("Views: {view}").format(view=name) if name else tr("Views")
        self.setAccessibleName(said)

    @Slot()
    def _fill(self) -> None:
        self._menu.clear()
        for usual in usual_views(self._desk.office, self._listing):
            arrangement = Arrangement(usual.query)
            action = self._entry(tr(usual.name), checked=arrangement == self._now)
            action.setData(arrangement)
            action.triggered.connect(self._show_usual)
        self._menu.addSeparator()
        self._offer_saved()
        self._menu.addSeparator()
        self._offer_keeping()

    def _offer_saved(self) -> None:
        found = list_views(self._desk.office, self._listing)
        own = self._desk.office.officer.id
        for view in found.views:
            foreign = view.owner != own
            name = tr("{view} (shared)").format(view=view.name) if foreign else view.name
            action = self._entry(name, checked=view.arrangement == self._now)
            action.setData(view)
            action.triggered.connect(self._show_saved)
        for name in found.unreadable:
            self._entry(tr("{view} (cannot be read)").format(view=name)).setEnabled(False)

    def _offer_keeping(self) -> None:
        view = self._view
        own = view is not None and view.owner == self._desk.office.officer.id
        changed = view is not None and view.arrangement != self._now
        self._act("save-view", tr("&Save"), self._save).setEnabled(own and changed)
        self._act("save-view-as", tr("Save &as…"), self._save_as)
        self._act("rename-view", tr("&Rename or share…"), self._rename).setEnabled(own)
        self._act("delete-view", tr("&Delete"), self._delete).setEnabled(view is not None)
        self._act("reset-view", tr("Rese&t to usual"), self._reset)
        self._menu.addSeparator()
        self._act("arrange-columns", tr("&Columns…"), self._ask_columns)
        export = self._act("export-shown", tr("&Export what is shown…"), self._ask_export)
        export.setIcon(icon("export"))

    def _entry(self, text: str, *, checked: bool = False) -> QAction:
        action = self._menu.addAction(escape_mnemonic(text))
        action.setCheckable(checked)
        action.setChecked(checked)
        return action

    def _act(self, name: str, text: str, slot: object) -> QAction:
        action = self._menu.addAction(text)
        action.setObjectName(name)
        action.triggered.connect(slot)
        return action

    @Slot()
    def _show_usual(self) -> None:
        self._view = None
        self.chosen.emit(_data_of(self.sender()))

    @Slot()
    def _show_saved(self) -> None:
        view = _data_of(self.sender())
        if isinstance(view, SavedView):
            self.show_view(view)

    @Slot()
    def _reset(self) -> None:
        self._view = None
        self.chosen.emit(Arrangement(Query(self._listing)))

    @Slot()
    def _save(self) -> None:
        view, now, office = self._view, self._now, self._desk.office
        if view is not None:
            kept = partial(self._kept, view.name)
            work = partial(change_view, office, view.id, now)
            self._desk.tasks.start(tr("Saving the view"), lambda _: work(), lambda _: kept())

    @Slot()
    def _save_as(self) -> None:
        office, now = self._desk.office, self._now

        def keep(name: str, shared: bool) -> None:
            save_view(office, name, now, shared=shared)

        ViewDialog.ask(self._desk, self._page, tr("Save view as"), keep, self._kept)

    @Slot()
    def _rename(self) -> None:
        view, office = self._view, self._desk.office
        if view is None:
            return

        def keep(name: str, shared: bool) -> None:
            rename_view(office, view.id, name, shared=shared)

        title = tr("Rename or share view")
        ViewDialog.ask(
            self._desk, self._page, title, keep, self._kept, name=view.name, shared=view.shared
        )

    @Slot()
    def _delete(self) -> None:
        view, office = self._view, self._desk.office
        if view is not None:
            self._desk.tasks.start(
                tr("Deleting the view"), lambda _: delete_view(office, view.id), self._deleted
            )

    def _kept(self, name: str) -> None:
        own = self._desk.office.officer.id
        found = list_views(self._desk.office, self._listing).views
        self._view = next(one for one in found if one.name == name and one.owner == own)
        self.show_arrangement(self._now)
        self._desk.messages.done(tr("The view “{view}” is saved.").format(view=name))

    def _deleted(self, _nothing: object) -> None:
        name = self._view.name if self._view is not None else ""
        self._view = None
        self.show_arrangement(self._now)
        self._desk.messages.done(tr("The view “{view}” is deleted.").format(view=name))

    @Slot()
    def _ask_columns(self) -> None:
        self.columns_asked.emit()

    @Slot()
    def _ask_export(self) -> None:
        self.export_asked.emit()


def _data_of(sender: QObject) -> object:
    return sender.data() if isinstance(sender, QAction) else None
