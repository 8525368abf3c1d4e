import pytest

from procure_desktop.domain.errors import NationFormError
from procure_desktop.domain.office import check_nation


def test_a_nation_is_three_capital_letters() -> None:
    check_nation("NLD")
    for text in ("nld", "NL", "NLDX", "N1D", "ÄÖÜ", "NLD\n", ""):
        with pytest.raises(NationFormError):
            check_nation(text)
