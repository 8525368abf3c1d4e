from dataclasses import replace
from datetime import UTC, datetime

import pytest

from procure_desktop.domain.certificate import Certificate, check_signing, check_usable
from procure_desktop.domain.errors import (
    CertificateExpiredError,
    CertificateNotEnrolledError,
    CertificateNotYetValidError,
    CertificateUsageError,
    KeyMismatchError,
    NoCertificateError,
    Refusal,
)
from procure_desktop.domain.officer import Officer, OfficerId, Role

SINCE, UNTIL = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
NOW = datetime(2026, 6, 15, tzinfo=UTC)
CERTIFICATE = Certificate("CN=TEST A", "CN=TEST CA", "1", "ab" * 32, SINCE, UNTIL, True, "")
OFFICER = Officer(OfficerId(1), "A", frozenset({Role.PREPARER}), "ab" * 32)


def test_the_enrolled_valid_certificate_with_its_key_may_sign() -> None:
    for now in (SINCE, NOW, UNTIL):
        check_signing(CERTIFICATE, OFFICER, now, key_matches=True)


CASES: list[tuple[Certificate, Officer, datetime, bool, type[Refusal]]] = [
    (CERTIFICATE, replace(OFFICER, fingerprint=""), NOW, True, NoCertificateError),
    (CERTIFICATE, replace(OFFICER, fingerprint="cd" * 32), NOW, True, CertificateNotEnrolledError),
    (CERTIFICATE, OFFICER, datetime(2025, 1, 1, tzinfo=UTC), True, CertificateNotYetValidError),
    (CERTIFICATE, OFFICER, datetime(2028, 1, 1, tzinfo=UTC), True, CertificateExpiredError),
    (replace(CERTIFICATE, may_sign=False), OFFICER, NOW, True, CertificateUsageError),
    (CERTIFICATE, OFFICER, NOW, False, KeyMismatchError),
]


@pytest.mark.parametrize(("certificate", "officer", "now", "matches", "error"), CASES)
def test_each_fault_is_refused_by_its_name(
    certificate: Certificate, officer: Officer, now: datetime, matches: bool, error: type[Refusal]
) -> None:
    with pytest.raises(error):
        check_signing(certificate, officer, now, key_matches=matches)


def test_a_certificate_to_be_enrolled_must_be_usable() -> None:
    check_usable(CERTIFICATE, NOW)
    with pytest.raises(CertificateUsageError):
        check_usable(replace(CERTIFICATE, may_sign=False), NOW)
