"""The record of wrong passphrases, beside the office: `tries.json`, which nobody needs a key for.

It slows down somebody who sits at this computer and guesses in this program, also when the program is started
anew. It cannot stop somebody who may write in the folder or set the clock forward, and it means nothing to
somebody who has copied the folder: what guards a copy is the cost of Argon2id and the length of the passphrase.
"""

import contextlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from procure_desktop.domain.errors import Fault, ProcureError
from procure_desktop.domain.sign_in_delay import NO_RECORD, Tries
from procure_desktop.files import read_file, write_file

FORMAT = "procure-office-tries"
_MOST_BYTES = 1_000_000
_MOST_FAILED = 1_000_000
# All that a doctored file was seen to raise.
_NO_RECORD = (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError)


def load_tries(path: Path, officer: str) -> Tries:
    """The tries of one officer; NO_RECORD where there are none, or the file cannot be read."""
    return _read(path).get(officer, NO_RECORD)


def save_tries(path: Path, officer: str, tries: Tries) -> None:
    """Keep the tries of one officer. Where nothing can be written, as on a disc, nothing is kept."""
    every = {**_read(path), officer: tries}
    officers = {
        name: {"failed": one.failed, "at": one.at.isoformat()} for name, one in every.items()
    }
    content = json.dumps({"format": FORMAT, "officers": officers}, ensure_ascii=False, indent=1)
    with contextlib.suppress(Fault):
        write_file(path, content.encode(errors="surrogatepass"), overwrite=True)


def _read(path: Path) -> dict[str, Tries]:
    try:
        content = json.loads(read_file(path, _MOST_BYTES))
        if content["format"] != FORMAT:
            return {}
        return {name: _tries(one) for name, one in content["officers"].items()}
    except (ProcureError, *_NO_RECORD):
        return {}


def _tries(one: Mapping[str, object]) -> Tries:
    failed, at = one["failed"], datetime.fromisoformat(str(one["at"])).astimezone(UTC)
    if type(failed) is not int or not 0 <= failed <= _MOST_FAILED:
        raise ValueError
    return Tries(failed, at)
