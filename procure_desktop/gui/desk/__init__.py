"""What every page and dialog of a signed-in officer is handed: the office, actions, changes, messages."""
