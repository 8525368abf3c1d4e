"""One field over everything: actions, pages, views and records."""
