"""Every text that people read stands in the catalogue, translated, and what is compiled is what was written."""

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parent.parent / ".ci" / "translations.py"


def test_every_text_is_translated() -> None:
    done = subprocess.run([sys.executable, SCRIPT, "check"], capture_output=True, check=False)
    assert done.stdout.decode() == ""
    assert done.returncode == 0
