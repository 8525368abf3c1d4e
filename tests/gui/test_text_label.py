import pytest

from procure_desktop.gui.parts.text_label import breakable


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        ("/home/desk/mod.office", ["/", "home/", "desk/", "mod.office"]),
        (r"C:\desk\mod.office", ["C:\\", "desk\\", "mod.office"]),
    ],
)
def test_a_path_breaks_after_each_folder(path: str, parts: list[str]) -> None:
    assert breakable(path).split("\u200b") == parts
