"""Who came to the counter in the demo: one whose news is printed, one whose news goes to a relative."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session

from registry import cases
from registry.counter.filing import file_case
from registry.demo.citizens import Wish
from registry.demo.staff import Staff
from registry.lifecycle import Role

VISITS = ("KK-HR", "AKL")  # what they come for
RELATIVE = "+6281200000590"
REASON = "Data Anda sedang dicek di pusat."


def visit(session: Session, staff: Staff, wishes: tuple[Wish, Wish], at: datetime) -> None:
    """On the latest working day."""
    counter, day = staff[Role.COUNTER], at - timedelta(days=max(0, at.weekday() - 4), hours=2)
    by_letter, to_relative = (
        file_case(
            session, counter, cases.services()[wish.service], wish.answers, wish.papers, relative=relative,
            official=False, at=day,
        )
        for wish, relative in zip(wishes, (None, RELATIVE), strict=True)
    )  # fmt: skip
    for paper in wishes[0].papers:
        cases.mark_seen(session, counter, by_letter.id, paper, day + timedelta(minutes=5))
    cases.hold(session, counter, by_letter.id, REASON, day + timedelta(minutes=30))
    cases.mark_seen(session, counter, to_relative.id, next(iter(wishes[1].papers)), day + timedelta(minutes=40))
