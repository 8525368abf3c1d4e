from procure_desktop.domain.errors import Fault, QuantityError, Refusal, WrongPassphraseError


def test_an_error_names_its_rule_and_fields_for_logs() -> None:
    assert str(QuantityError(line="UA-0001", quantity=0)) == (  # type: ignore[arg-type]
        "QuantityError(line='UA-0001', quantity=0)"
    )
    assert issubclass(WrongPassphraseError, Refusal)
    assert not issubclass(Refusal, Fault)
