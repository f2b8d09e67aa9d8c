"""/p: what happens to a citizen's data, in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Response
from sqlmodel import col, select

from bot.handlers.pages.screen import Screen
from registry.database import Database
from registry.models import Office

DAYS = 30  # an office that says nothing else


class PrivacyPage:
    def __init__(self, database: Database, screen: Screen) -> None:
        self._database = database
        self._screen = screen

    def show(self) -> Response:
        with self._database.reading() as session:
            offices = session.exec(select(Office).order_by(col(Office.name))).all()
            return self._screen.show("privacy", offices=offices, days=_days(offices))


def _days(offices: Sequence[Office]) -> str:
    """Each office decides for itself how long it keeps a finished request's data."""
    days = {office.retention_days for office in offices} or {DAYS}
    return str(min(days)) if len(days) == 1 else f"{min(days)}-{max(days)}"
