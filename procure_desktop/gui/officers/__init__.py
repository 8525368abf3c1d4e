"""Officers and the office's settings: passphrases, recovery key, certificates, leaving."""
