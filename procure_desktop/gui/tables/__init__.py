"""Lists as tables: columns, the one model, the one view."""
