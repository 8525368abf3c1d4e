"""Canonical JSON (RFC 8785): one value, one sequence of bytes, so that a hash of it means something."""

import rfc8785

from procure_desktop.exchange.strict_json import Json


def canonical(value: Json) -> bytes:
    """The canonical UTF-8 bytes of a JSON value.

    Integers stay within 53 bits, as the RFC asks. Floats are refused, though it allows them: no figure
    of ours is one. Both raise rfc8785.CanonicalizationError, since they are faults of the program.
    """
    _refuse_floats(value)
    return rfc8785.dumps(value)


def _refuse_floats(value: Json) -> None:
    if isinstance(value, float):
        raise rfc8785.FloatDomainError(value)
    if isinstance(value, dict):
        value = value.values()
    elif not isinstance(value, list | tuple):
        return
    for item in value:
        _refuse_floats(item)
