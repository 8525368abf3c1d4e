import re

import pytest

from procure_desktop.domain.errors import WeakPassphraseError
from procure_desktop.services.passphrases import check_passphrase, suggest_passphrase


def test_a_suggested_passphrase_is_strong_and_never_the_same() -> None:
    suggested = {suggest_passphrase() for _ in range(50)}
    assert len(suggested) == 50
    for one in suggested:
        check_passphrase(one)
        assert re.fullmatch(r"[2-9a-km-z]{5}(-[2-9a-km-z]{5}){3}", one)
        assert not set("01lo") & set(one)


def test_a_short_one_is_refused() -> None:
    with pytest.raises(WeakPassphraseError):
        check_passphrase("short")
