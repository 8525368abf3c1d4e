"""Home: the way to the target, first steps, news, and what waits."""
