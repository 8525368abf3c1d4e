"""The results as a Markdown table."""

from collections.abc import Iterable

from benchmarks.frame import FLOOR, PROGRAM, Result

_HEAD = (
    "| scenario | program | floor | program / floor | peer | to reach | reached |\n"
    "|---|---|---|---|---|---|---|"
)


def table_of(results: Iterable[Result]) -> str:
    """One row for each result, the head first."""
    return "\n".join((_HEAD, *(row_of(result) for result in results)))


def row_of(result: Result) -> str:
    """A result as a row: figures in their unit, ratios beside them."""
    scenario, figures = result.scenario, result.figures
    own, floor = figures[PROGRAM], figures.get(FLOOR)
    peers = [
        f"{name} {_figure(value, scenario.unit)} ({own / value:.2f}x)"
        for name, value in figures.items()
        if name not in (PROGRAM, FLOOR)
    ]
    cells = (
        scenario.title,
        _figure(own, scenario.unit),
        _figure(floor, scenario.unit) if floor is not None else "",
        f"{own / floor:.2f}x" if floor else "",
        "; ".join(peers),
        _target(result),
        "yes" if result.reached else "no",
    )
    return "| " + " | ".join(cells) + " |"


def _target(result: Result) -> str:
    scenario = result.scenario
    if scenario.against in scenario.parts:
        return f"<= {scenario.most:g}x {scenario.against}"
    return f"<= {_figure(scenario.most, scenario.unit)}"


def _figure(value: float, unit: str) -> str:
    if unit == "s" and value < 1:
        return f"{value * 1000:.3g} ms"
    return f"{value:.3g} {unit}"
