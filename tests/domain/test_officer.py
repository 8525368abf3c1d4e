import pytest

from procure_desktop.domain.errors import (
    IncompatibleRolesError,
    NoRolesError,
    OwnPreparationError,
    RoleMissingError,
)
from procure_desktop.domain.officer import (
    Officer,
    OfficerId,
    Role,
    check_roles,
    check_separation,
)

BOTH = Officer(OfficerId(1), "A", frozenset({Role.PREPARER, Role.AUTHORISER}), "")


def test_one_of_several_roles_is_enough() -> None:
    BOTH.require(Role.ADMINISTRATOR, Role.PREPARER)
    with pytest.raises(RoleMissingError) as refused:
        BOTH.require(Role.AUDITOR, Role.ADMINISTRATOR)
    assert refused.value.roles == (Role.AUDITOR, Role.ADMINISTRATOR)


def test_an_administrator_does_not_authorise() -> None:
    check_roles(frozenset({Role.ADMINISTRATOR, Role.PREPARER}))
    check_roles(frozenset({Role.PREPARER, Role.AUTHORISER}))
    with pytest.raises(IncompatibleRolesError):
        check_roles(frozenset({Role.ADMINISTRATOR, Role.AUTHORISER, Role.AUDITOR}))


def test_an_officer_has_a_role() -> None:
    with pytest.raises(NoRolesError):
        check_roles(frozenset())


def test_nobody_authorises_what_they_prepared() -> None:
    check_separation(OfficerId(2), BOTH)
    with pytest.raises(OwnPreparationError):
        check_separation(OfficerId(1), BOTH)
