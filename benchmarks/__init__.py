"""How fast the program is, beside the floor and what others offer; `make bench` prints it as a table."""
