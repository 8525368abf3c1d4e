"""The language of the command line: chosen before anything is built, since help is worded then."""

from collections.abc import Mapping, Sequence

from procure_desktop.language import ENGLISH, REGIONS, Language, language

VARIABLE = "PROCURE_LANGUAGE"
_OPTION = "--language"
_SYSTEM = ("LC_ALL", "LC_MESSAGES", "LANG")


def chosen_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language that is asked for, else the system's where it is spoken here, else English."""
    asked = _asked(arguments) or environment.get(VARIABLE, "") or _of_system(environment)
    code, _, region = asked.partition(".")[0].partition("_")
    return language(code, region) if code in REGIONS else language(ENGLISH)


def _asked(arguments: Sequence[str]) -> str:
    for place, argument in enumerate(arguments):
        if argument == _OPTION:
            return "".join(arguments[place + 1 : place + 2])
        if argument.startswith(f"{_OPTION}="):
            return argument.partition("=")[2]
    return ""


def _of_system(environment: Mapping[str, str]) -> str:
    return next((environment[name] for name in _SYSTEM if environment.get(name)), "")
