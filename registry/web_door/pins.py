"""The PIN of a case, for the status page: told where the case was filed, and made anew from the case each time."""

from __future__ import annotations

import re
import secrets
from datetime import datetime, timedelta

from sqlmodel import Session, col, func, select

from registry import audit
from registry.actors import SYSTEM
from registry.models import Case, Office, StatusTry
from registry.vault import vault
from registry.web_door.codes import APART, TooMany

DAY = timedelta(days=1)
# Wrong ones. Who knows the PIN is shut out only where six sources guess at the case.
OF_BOTH, OF_CASE, OF_SOURCE = 5, 30, 30


def pin_of(case: Case) -> str:
    """Nobody can work it out without the vault's key, so it need not be kept."""
    drawn = vault().blind("status-pin", f"{case.id}\0{case.number}")
    return f"{int.from_bytes(drawn, 'big') % 10**6:06d}"


def look(session: Session, office: Office, number: str, pin: str, source: str, at: datetime) -> Case | None:
    """None for a wrong PIN as for a number nobody has; it is counted, so the caller must commit. Raises TooMany."""
    number = _written(number, office)
    number_index, source_index = vault().blind("status-number", number), vault().blind("web-source", source)
    by_case, by_source = StatusTry.number_index == number_index, StatusTry.source_index == source_index
    for whose, most in (((by_case, by_source), OF_BOTH), ((by_case,), OF_CASE), ((by_source,), OF_SOURCE)):
        lately = select(func.count()).where(*whose, col(StatusTry.created_at).between(at - DAY, at + APART))
        if session.exec(lately).one() >= most:
            raise TooMany
    mine = select(Case).where(Case.number == number, Case.office_id == office.id, col(Case.erased_at).is_(None))
    case = session.exec(mine).first()
    if case is None or not secrets.compare_digest(pin_of(case).encode(), pin.encode()):
        session.add(StatusTry(number_index=number_index, source_index=source_index, created_at=at))
        return None
    audit.record(session, SYSTEM, "status_seen", office_id=office.id, case_id=case.id, at=at)
    return case


def _written(number: str, office: Office) -> str:
    """BPP-00412, bpp 412 or 412."""
    found = re.fullmatch(rf"(?:{re.escape(office.code)})?-?0*(\d{{1,9}})", re.sub(r"\s", "", number).upper())
    return f"{office.code}-{int(found[1]):05d}" if found else number[:20].upper()
