"""One of two clerks: drafts commitments of one unit each, waits for the sign, and submits them all.

`python -m tests.end_to_end.clerk PLACE KEY OFFICER COUNT GO` prints how each submission ended, as JSON.
"""

import json
import sys
import time
from collections import Counter
from pathlib import Path

from procure_desktop.domain.commitment import CommitmentId
from procure_desktop.domain.errors import ProcureError
from procure_desktop.services.office import Office
from procure_desktop.services.submit_commitment import submit_commitment
from tests.office_factory import SCARCE, Place, draft


def main(folder: str, key: str, officer: str, count: str, go: str) -> None:
    place = Place(Path(folder), bytes.fromhex(key))
    with place.signed_in(officer) as office:
        drafts = [draft(office, SCARCE, 1).id for _ in range(int(count))]
        Path(f"{go}.{officer}").touch()
        while not Path(go).exists():
            time.sleep(0.005)
        ends = Counter(submit(office, place, drafted) for drafted in drafts)
    sys.stdout.write(json.dumps(ends))


def submit(office: Office, place: Place, drafted: CommitmentId) -> str:
    try:
        submit_commitment(office, drafted, place.key(office.officer.name))
    except ProcureError as error:
        return type(error).__name__
    return "submitted"


if __name__ == "__main__":
    main(*sys.argv[1:])
