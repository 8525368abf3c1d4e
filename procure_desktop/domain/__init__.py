"""The field: its values and its rules. Standard library only; no SQL, no window, no PDF, no clock."""
