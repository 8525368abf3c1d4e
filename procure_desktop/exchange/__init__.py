"""Files that come in and go out: list releases, lists, records, rates, announcements. Bytes to domain values and back."""
