import pytest

from procure_desktop.domain.verdict import Answer, Finding
from procure_desktop.wording.verdicts import answer_sentence, finding_sentence


@pytest.mark.parametrize("answer", list(Answer))
def test_every_answer_is_a_sentence(answer: Answer) -> None:
    assert answer_sentence(answer).endswith(".")


@pytest.mark.parametrize("finding", list(Finding))
def test_every_finding_is_a_sentence(finding: Finding) -> None:
    assert finding_sentence(finding).endswith(".")
