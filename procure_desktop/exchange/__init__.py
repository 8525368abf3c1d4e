"""Files that come in and go out: list releases and canonical JSON."""
