"""Documents: listed, previewed, printed, exported, verified."""
