"""Doors that stayed shut, as the log tells of them: by their address, not by what the program calls them."""

from __future__ import annotations

import re
from itertools import chain, repeat

from flask import current_app

HOLE = re.compile(r"<[^>]+>")


def door(written: str) -> str:
    """/permohonan/12/setujui for "desk.approve_case/12"; anything else as it is."""
    endpoint, *given = written.split("/")
    rule = (
        next(iter(current_app.url_map.iter_rules(endpoint)), None) if endpoint in current_app.view_functions else None
    )
    if rule is None:
        return written
    values = chain(given, repeat("..."))
    return HOLE.sub(lambda _: next(values), rule.rule)
