"""The command line: the same use cases for scripts, one module a noun."""
