import pytest

from procure_desktop.wording.subjects import attribute, common_name


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("CN=TEST Preparer,O=TEST ONLY", "TEST Preparer"),
        ("O=Ministry,CN=Office\\, first", "Office, first"),
        ("C=NL+CN=Office", "Office"),
        ("O=Ministry", "O=Ministry"),
        ("", ""),
    ],
)
def test_subject_is_called_by_its_common_name(subject: str, name: str) -> None:
    assert common_name(subject) == name


def test_other_attributes_are_found_by_their_kind() -> None:
    assert attribute("CN=Officer,O=Ministry of Defence,C=NL", "O") == "Ministry of Defence"
    assert not attribute("CN=O=Officer", "O")
