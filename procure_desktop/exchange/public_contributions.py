"""The public announcements of contributions that come with the program, with their sources."""

import csv
import re
from datetime import date
from importlib import resources

from procure_desktop.domain.announcement import Announcement, Certainty, Kind, Share
from procure_desktop.domain.money import Money, parse_amount

_MILLION = 1_000_000
_SHARE = re.compile(r"(?P<package>P[0-9]+)=(?P<amount>[0-9.]+) (?P<currency>[A-Z]{3})", re.ASCII)
_NEW_MONEY = {"yes": True, "no": False, "": None}


def read_contributions() -> tuple[Announcement, ...]:
    """Every announcement, in the order of the file, which is the order of their days."""
    path = resources.files("procure_desktop.resources").joinpath("demo/public_contributions.csv")
    return tuple(_announcement(row) for row in csv.DictReader(path.read_text("utf-8").splitlines()))


def _announcement(row: dict[str, str]) -> Announcement:
    return Announcement(
        id=row["id"],
        kind=Kind(row["kind"]),
        day=date.fromisoformat(row["date"]),
        nation=row["nation"],
        iso3=row["iso3"],
        packages=tuple(filter(None, row["package"].split(";"))),
        amount=_millions(row["amount_millions"], row["currency"]),
        rate_day=date.fromisoformat(row["ecb_rate_date"]) if row["ecb_rate_date"] else None,
        usd=_millions(row["usd_millions_at_ecb"], "USD"),
        eur=_millions(row["eur_millions_at_ecb"], "EUR"),
        tracker_eur=_millions(row["kiel_eur_millions"], "EUR"),
        certainty=_certainty(row["certainty"]),
        source=row["source"],
        earmark=row["earmark"],
        restriction=row["restriction"],
        condition=row["condition"],
        new_money=_NEW_MONEY[row["new_money"]],
        shares=_shares(row["split"]),
        split=row["split"],
        supersedes=row["supersedes"],
        budget_lines=row["budget_lines"],
        note=row["note"],
    )


def _millions(text: str, currency: str) -> Money | None:
    return parse_amount(text, currency).times(_MILLION) if text else None


def _certainty(text: str) -> Certainty:
    """`conflict EUR/USD` names the currencies too; the amount's own currency is what is kept."""
    return Certainty.CURRENCY_IN_CONFLICT if text.startswith("conflict") else Certainty(text)


def _shares(text: str) -> tuple[Share, ...]:
    """The parts that are known: of one pledge over two packages they are not public."""
    parts = [(part["package"], part["amount"], part["currency"]) for part in _SHARE.finditer(text)]
    return tuple(
        Share(package, parse_amount(amount, currency).times(_MILLION))
        for package, amount, currency in parts
    )
