"""When a citizen hears of their case: by day at once, by night in the morning, unless they are writing just now."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlmodel import select

from registry.models import Case, Contact, Event
from registry.models.contacts import WINDOW
from registry.telling import tell
from tests.registry.desk import MONDAY, Desk

NIGHT = MONDAY + timedelta(hours=14)  # 23.00 in Balikpapan
MORNING = MONDAY + timedelta(hours=22)  # 07.00 there


@pytest.mark.parametrize(
    ("at", "wrote", "due"),
    [
        (MONDAY, None, MONDAY),
        (NIGHT, None, MORNING),
        (NIGHT, NIGHT - timedelta(hours=2), MORNING),
        (NIGHT, NIGHT - timedelta(minutes=5), NIGHT),
    ],
)
def test_a_notice_by_night_waits_unless_the_citizen_is_writing(
    desk: Desk, at: datetime, wrote: datetime | None, due: datetime
) -> None:
    case_id = desk.open()
    with desk.database.writing() as session:
        case = session.get_one(Case, case_id)
        session.get_one(Contact, case.contact_id).window_until = wrote + WINDOW if wrote else None
        tell(session, case, "case_held", at, reason="")
    with desk.database.reading() as session:
        assert session.exec(select(Event.due_at)).one() == due
