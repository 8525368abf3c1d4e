"""Documents: a commitment drawn as PDF, signed, verified and shown; alone in touching PDF libraries."""
