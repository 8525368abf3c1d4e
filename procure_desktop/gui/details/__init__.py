"""What the pane beside a list says of each kind of record."""
