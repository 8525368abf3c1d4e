"""Nations by their ISO 3166-1 alpha-3 code, called as the spoken language calls them."""

from functools import cache

import pycountry
from babel import Locale

from procure_desktop.language import spoken


def nations() -> list[tuple[str, str]]:
    """Every nation as (code, name), in the order of the names as they are spelt."""
    return sorted(_named(spoken().locale), key=lambda nation: nation[1].casefold())


def nation_name(code: str) -> str:
    """The name of the nation with this code; the code itself where there is none."""
    return dict(_named(spoken().locale)).get(code, code)


def nation_of_region(region: str) -> str:
    """The alpha-3 code of a region's alpha-2 code, such as NLD for NL; empty where there is none."""
    found = pycountry.countries.get(alpha_2=region)
    return str(found.alpha_3) if found else ""


@cache
def _named(locale: str) -> tuple[tuple[str, str], ...]:
    territories = Locale.parse(locale).territories
    return tuple(
        (str(one.alpha_3), str(territories.get(one.alpha_2, one.name)))
        for one in pycountry.countries
    )
