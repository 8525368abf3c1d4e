"""The main window and what it does by itself."""
