"""The window: pages, dialogs, one table model, one task runner, one action table. Alone imports PySide6."""
