"""The request list as a file: strict JSON after its schema, then the rules that a schema cannot say."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain

import msgspec

from procure_desktop.domain.errors import (
    JsonUnreadableError,
    LineReusedError,
    ListUnreadableError,
    PackageUnknownError,
)
from procure_desktop.domain.request_list import Line, LineId, Quantities, RequestList
from procure_desktop.domain.text import check_lookalikes, check_text
from procure_desktop.exchange.schema import check_schema
from procure_desktop.exchange.strict_json import load_strict

SCHEMA = "request-list"
# Room for 200,000 lines with every field; each string is bounded by the schema too.
MOST_BYTES = 256 * 1024 * 1024
MOST_DEPTH = 8
MOST_CHARACTERS = 2000
# Sums over a list stay exact integers in JSON (RFC 8259) and in the database's 64 bits.
MOST_CENTS = 2**53 - 1


def parse_request_list(data: bytes) -> RequestList:
    """Read a list whose release was verified before.

    Raises ListUnreadableError for what breaks strict JSON, the schema or the sums of a line,
    LineReusedError, PackageUnknownError, and HiddenCharacterError or LookalikeError for text that does not
    look as it is.
    """
    with _no_collection():
        request_list = _read(data)
    _check_packages(request_list)
    _check_lines(request_list)
    return request_list


def write_request_list(request_list: RequestList) -> bytes:
    """The list as JSON in the order of its fields; parse_request_list reads it back."""
    return msgspec.json.encode(request_list)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Hold back the cyclic collector: it would walk the growing tree again and again, for a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _read(data: bytes) -> RequestList:
    try:
        return _read_as_written(data) or _read_strictly(data)
    except JsonUnreadableError as error:
        raise ListUnreadableError(place=error.place, problem=error.problem) from None
    except msgspec.ValidationError:
        # The schema says all that the types say, except that Python's calendar begins with the year 1.
        raise ListUnreadableError(place="", problem="format") from None


def _read_as_written(data: bytes) -> RequestList | None:
    """Read a list that is byte for byte as write_request_list writes it, in a third of the time; else None.

    What is written back the same has no duplicate or unknown key, no float, and nothing spelt another way;
    how long and how large its values are, the schema bounds.
    """
    if len(data) > MOST_BYTES:
        return None
    try:
        request_list = msgspec.json.decode(data, type=RequestList)
    except (ValueError, RecursionError):
        return None
    if write_request_list(request_list) != data:
        return None
    check_schema(SCHEMA, msgspec.json.decode(data))
    return request_list


def _read_strictly(data: bytes) -> RequestList:
    value = load_strict(
        data, most_bytes=MOST_BYTES, most_depth=MOST_DEPTH, most_characters=MOST_CHARACTERS
    )
    check_schema(SCHEMA, value)
    return msgspec.convert(value, RequestList)


def _check_packages(request_list: RequestList) -> None:
    _check_texts("", [("issuer", request_list.issuer)])
    seen = set[str]()
    for index, package in enumerate(request_list.packages):
        place = f"/packages/{index}"
        if package.code in seen:
            raise ListUnreadableError(place=f"{place}/code", problem="repeated")
        seen.add(package.code)
        _check_texts(place, [("title", package.title), ("note", package.note)])


def _check_lines(request_list: RequestList) -> None:
    packages = {package.code for package in request_list.packages}
    ids, numbers = set[LineId](), set[int]()
    for index, line in enumerate(request_list.lines):
        if line.id in ids:
            raise LineReusedError(line=line.id)
        if line.package not in packages:
            raise PackageUnknownError(line=line.id, package=line.package)
        _require(line.number not in numbers, index, "number", "repeated")
        _check_line(index, line)
        within = line.marking.level <= request_list.marking.level
        _require(within, index, "marking", "above the list's")
        ids.add(line.id)
        numbers.add(line.number)
    cents = sum(line.unit_price.minor * line.quantities.required for line in request_list.lines)
    if cents > MOST_CENTS:
        raise ListUnreadableError(place="/lines", problem="value too large")


def _check_line(index: int, line: Line) -> None:
    # isprintable() answers in C and is false for every hidden character: it spares the closer look.
    if not "".join(text for _, text in _texts(line)).isprintable():
        _check_texts(f"/lines/{index}", _texts(line))
    check_lookalikes(f"/lines/{index}/name", line.name, latin=True)
    check_lookalikes(f"/lines/{index}/name_uk", line.name_uk)
    _require(bool(line.nsn) or not line.nsn_verified, index, "nsn_verified", "without an NSN")
    _require(
        line.quantities.validated <= line.quantities.required, index, "quantities", "validated"
    )
    _require(_adds_up(line.quantities), index, "quantities", "outstanding")


def _adds_up(quantities: Quantities) -> bool:
    """Outstanding is what was validated and nobody gave yet; a validation may fall below what was given."""
    left = quantities.validated - quantities.funded - quantities.donated
    return quantities.outstanding == max(left, 0)


def _require(holds: bool, index: int, field: str, problem: str) -> None:  # noqa: FBT001 (an assertion)
    if not holds:
        raise ListUnreadableError(place=f"/lines/{index}/{field}", problem=problem)


def _texts(line: Line) -> Iterator[tuple[str, str]]:
    yield "name", line.name
    yield "name_uk", line.name_uk
    yield "unit", line.unit
    yield "price_basis", line.price_basis
    yield "remarks", line.remarks
    yield from (("substitutes", text) for text in line.substitutes)
    yield from chain.from_iterable(
        (("stamps", stamp.body), ("stamps", stamp.office)) for stamp in line.stamps
    )


def _check_texts(place: str, texts: Iterable[tuple[str, str]]) -> None:
    for field, text in texts:
        check_text(f"{place}/{field}", text)
