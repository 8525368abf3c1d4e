"""Words of the field as a screen shows them: values of lists and enums with a capital letter."""


def say(value: object) -> str:
    """Return the value's own words with a capital letter: `air defence` as `Air defence`."""
    text = str(value) if value is not None else ""
    return text[:1].upper() + text[1:]


def escape_mnemonic(text: str) -> str:
    """Keep an ampersand in a button, tab or menu from being taken as the mark of a shortcut."""
    return text.replace("&", "&&")
