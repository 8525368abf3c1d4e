"""The office's database and key file. Alone imports SQLAlchemy; reached only through services."""
