import pytest

from procure_desktop.domain.commitment import DocumentState, MoneySource
from procure_desktop.domain.donation import Condition
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.officer import Role
from procure_desktop.domain.request_list import Capability
from procure_desktop.wording.terms import heading, term, terms


@pytest.mark.parametrize(
    ("member", "said"),
    [
        (DocumentState.SUBMITTED, "in review"),
        (DocumentState.DRAFT, "draft"),
        (MoneySource.NEW, "new money"),
        (Condition.NEW, "new"),
        ("awaiting US release", "awaiting US release"),
        ("a word of nobody's", "a word of nobody's"),
        (MoneySource.EXISTING, "money promised before"),
        (Capability.AIR_DEFENCE, "air defence"),
        (Marking.NATO_SECRET, "NATO SECRET"),
        (Role.PREPARER, "preparer"),
    ],
)
def test_terms_of_the_field(member: str, said: str) -> None:
    assert term(member) == said
    assert heading(member) == said[0].upper() + said[1:]


def test_roles_after_each_other() -> None:
    assert terms(["authoriser", "preparer"]) == "authoriser, preparer"
