"""Certificate subjects (RFC 4514, such as `CN=Office,O=Ministry`) as people read them."""

import re


def common_name(subject: str) -> str:
    """The common name; the whole subject where it has none."""
    return attribute(subject, "CN") or subject


def attribute(subject: str, kind: str) -> str:
    """The first attribute of a kind, such as `O`, or nothing."""
    found = re.search(rf"(?:^|[,+]){kind}=((?:\\.|[^,+\\])*)", subject)
    return re.sub(r"\\(.)", r"\1", found[1]) if found else ""
