from procure_desktop.gui.style.phrases import unbroken


def test_currency_stays_with_its_amount() -> None:
    assert unbroken("2 EA at USD 1,500.00 each") == "2 EA at USD\u00a01,500.00 each"
    assert unbroken("EUR and USD") == "EUR and USD"
