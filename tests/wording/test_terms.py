from enum import StrEnum

import pytest

from procure_desktop.domain.commitment import DocumentState, MoneySource
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.officer import Role
from procure_desktop.domain.request_list import Capability
from procure_desktop.domain.verdict import Answer, Finding
from procure_desktop.wording.terms import answer_sentence, finding_sentence, heading, term


@pytest.mark.parametrize(
    ("member", "said"),
    [
        (DocumentState.SUBMITTED, "in review"),
        (DocumentState.DRAFT, "draft"),
        (MoneySource.EXISTING, "money promised before"),
        (Capability.AIR_DEFENCE, "air defence"),
        (Marking.NATO_SECRET, "NATO SECRET"),
        (Role.PREPARER, "preparer"),
    ],
)
def test_terms_of_the_field(member: StrEnum, said: str) -> None:
    assert term(member) == said
    assert heading(member) == said[0].upper() + said[1:]


@pytest.mark.parametrize("answer", list(Answer))
def test_every_answer_is_a_sentence(answer: Answer) -> None:
    assert answer_sentence(answer).endswith(".")


@pytest.mark.parametrize("finding", list(Finding))
def test_every_finding_is_a_sentence(finding: Finding) -> None:
    assert finding_sentence(finding).endswith(".")
