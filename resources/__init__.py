"""What the program carries with it: fonts, schemas, icons, translations and the demo's data."""
