"""Before anyone signs in: which office, which officer, which passphrase."""
