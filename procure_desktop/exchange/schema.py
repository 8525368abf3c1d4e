"""The JSON Schemas of the files that come in and go out, as they lie in the resources."""

import json
from importlib import resources
from typing import Any

import jsonschema_rs

from procure_desktop.domain.errors import JsonUnreadableError
from procure_desktop.exchange.strict_json import Json


def read_schema(name: str) -> dict[str, Any]:
    """The schema `name`, e.g. `request-list`, as a JSON object."""
    path = resources.files("procure_desktop.resources").joinpath("schemas", f"{name}.schema.json")
    schema: dict[str, Any] = json.loads(path.read_bytes())
    return schema


def check_schema(name: str, value: Json) -> None:
    """Refuse a value that breaks the schema: JsonUnreadableError with its JSON pointer and the keyword."""
    validator = jsonschema_rs.validator_for(read_schema(name), validate_formats=True)
    try:
        validator.validate(value)
    except jsonschema_rs.ValidationError as error:
        raise JsonUnreadableError(
            place=pointer(error.instance_path), problem=error.kind.name
        ) from None


def pointer(path: list[str | int]) -> str:
    """A JSON pointer (RFC 6901)."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)
