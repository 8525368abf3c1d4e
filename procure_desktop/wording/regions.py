"""Names of regions, in the language that is asked for."""

from babel import Locale

from procure_desktop.language import Language


def region_name(region: str, language: Language) -> str:
    """The name of a region by its ISO 3166-1 code; the code where there is none."""
    return str(Locale(language.code).territories.get(region, region))
