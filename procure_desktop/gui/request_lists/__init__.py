"""Request lists: imported as a release or a spreadsheet, attested to, browsed."""
