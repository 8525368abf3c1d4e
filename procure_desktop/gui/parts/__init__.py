"""The controls that dialogs and pages are made of."""
