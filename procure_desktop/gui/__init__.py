"""The window: pages, dialogs, one table model, one task runner. Alone imports PySide6."""
