"""What is typed and not saved yet: kept, offered again, undone."""
