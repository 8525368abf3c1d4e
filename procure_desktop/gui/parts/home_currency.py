"""The currency that an office of a nation most likely commits in: where a new commitment starts."""

_HOME = {
    "ALB": "ALL",
    "AUS": "AUD",
    "CAN": "CAD",
    "CHE": "CHF",
    "CZE": "CZK",
    "DNK": "DKK",
    "GBR": "GBP",
    "HUN": "HUF",
    "ISL": "ISK",
    "JPN": "JPY",
    "KOR": "KRW",
    "MKD": "MKD",
    "NOR": "NOK",
    "NZL": "NZD",
    "POL": "PLN",
    "ROU": "RON",
    "SWE": "SEK",
    "TUR": "TRY",
    "USA": "USD",
}


def home_currency(nation: str) -> str:
    """Return the ISO 4217 code for an ISO 3166-1 alpha-3 nation; the euro where none is listed."""
    return _HOME.get(nation, "EUR")
