from procure_desktop.language import ENGLISH, REGIONS, UKRAINIAN, language
from procure_desktop.wording.regions import region_name


def test_every_region_has_a_name_in_both_languages() -> None:
    codes = [region for regions in REGIONS.values() for region in regions]
    for code in (ENGLISH, UKRAINIAN):
        names = [region_name(region, language(code)) for region in codes]
        assert not set(names) & set(codes)
        assert len(set(names)) == len(names)


def test_a_code_without_a_name_is_said_as_it_is() -> None:
    assert region_name("XDM", language(ENGLISH)) == "XDM"
