"""The nouns of the command line, each imported when it is called for: a listing need not wait for the PDF libraries."""

from importlib import import_module
from typing import Any

from typer.core import TyperGroup
from typer.main import get_command
from typing_extensions import override

from procure_desktop.cli.help_words import speaking

_MODULES = {
    "demo": "demo",
    "office": "office",
    "desk": "desk",
    "list": "request_list",
    "line": "line",
    "effect": "effect",
    "commitment": "commitment",
    "document": "document",
    "donation": "donation",
    "journal": "journal",
}


class Nouns(TyperGroup):
    """Finds the commands of a noun in the module that describes them."""

    @override
    def list_commands(self, ctx: Any) -> list[str]:
        """The nouns, in the order in which help lists them."""
        return list(_MODULES)

    @override
    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The commands of one noun; None for a word that is none."""
        module = _MODULES.get(cmd_name)
        if module is None:
            return None
        command = get_command(import_module(f"procure_desktop.cli.{module}").app)
        command.name = cmd_name
        return speaking(command)
