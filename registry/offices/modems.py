"""The modems of an office's numbers: how they do, and which of them somebody has to look at."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from sqlmodel import Session, col, select

from registry.models import Modem, Sender

SILENT = timedelta(minutes=3)  # it gives a sign each minute
UNLOOKED = timedelta(minutes=3)


class Standing(StrEnum):
    READY = "ready"
    LOST = "lost"  # no sign of it
    UNSEEN = "unseen"  # never a sign: its name is misspelt, or it was never started
    UNLOOKED = "unlooked"  # nobody looks: our own process, or SMSD's database, is down


def numbers_by(session: Session) -> Mapping[str, str]:
    """The number of each modem of the installation."""
    rows = session.exec(select(Sender.modem, Sender.address).where(col(Sender.modem).is_not(None))).all()
    return {str(modem): address for modem, address in rows}


def states(session: Session, names: Collection[str]) -> Mapping[str, Modem]:
    found = session.exec(select(Modem).where(col(Modem.name).in_(names))).all() if names else []
    return {modem.name: modem for modem in found}


def standing(modem: Modem | None, at: datetime) -> Standing:
    if modem is None or at - modem.looked_at >= UNLOOKED:
        return Standing.UNLOOKED
    if modem.seen_at is None:
        return Standing.UNSEEN
    return Standing.LOST if modem.looked_at - modem.seen_at >= SILENT else Standing.READY


def lost(session: Session, office_id: int, at: datetime) -> int | None:
    """How many of the office's modems do not work; none where it has none."""
    mine = select(Sender.modem).where(Sender.office_id == office_id, col(Sender.modem).is_not(None))
    names = [str(name) for name in session.exec(mine)]
    found = states(session, names)
    return sum(standing(found.get(name), at) is not Standing.READY for name in names) if names else None
