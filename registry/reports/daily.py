"""An office's daily report: kept up while the day runs, closed when the office closes, told by a clerk where Loket
knows nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session, col, select

from registry import audit
from registry.actors import Actor, NotFound
from registry.lifecycle import Refused, Role
from registry.models import DailyReport, Office
from registry.moves import LOCK, require
from registry.reports.figures import ALL, LARGEST, SIGNED, Flag, flags, missing
from registry.reports.known import LOOK_BACK, day_of, known

WRITERS = frozenset({Role.COUNTER, Role.SUPERVISOR, Role.ADMIN})
LATEST = timedelta(days=31)  # so long a clerk may still put a report right


@dataclass(frozen=True)
class Report:
    """As it is read. `known` are the figures that Loket gives, so that nobody types them."""

    office: Office
    day: date
    figures: Mapping[str, int]
    known: frozenset[str]
    closed_at: datetime | None
    flags: Sequence[Flag]

    @property
    def missing(self) -> list[str]:
        return missing(self.figures)


def reports(session: Session, offices: Sequence[Office], day: date, at: datetime) -> list[Report]:
    """Today's is what is known now; an earlier one as it was when the office closed, or all missing. As many statements
    for many offices as for one."""
    kept = _kept(session, offices, day)
    live = [each for each in offices if day == day_of(each, at) and not _is_closed(kept.get((each.id, day)))]
    facts = known(session, live, at) if live else {}
    return [_report(office, day, kept, facts.get(office.id)) for office in offices]


def _kept(session: Session, offices: Sequence[Office], day: date) -> dict[tuple[int, date], DailyReport]:
    """Of that day, and of those before it that it follows."""
    ids = [office.id for office in offices]
    lately = col(DailyReport.day).between(day - LOOK_BACK, day)
    wanted = select(DailyReport).where(col(DailyReport.office_id).in_(ids), lately).order_by(col(DailyReport.day))
    return {(each.office_id, each.day): each for each in session.exec(wanted).all()}


def _is_closed(kept: DailyReport | None) -> bool:
    return kept is not None and kept.closed_at is not None


def _report(
    office: Office, day: date, kept: Mapping[tuple[int, date], DailyReport], live: Mapping[str, int] | None
) -> Report:
    mine = kept.get((office.id, day))
    earlier = [each for (office_id, when), each in kept.items() if office_id == office.id and when < day]
    before = earlier[-1] if earlier else None
    facts = live if live is not None else (mine.known if mine else {})
    figures = {**(mine.told if mine else {}), **facts}
    found = flags(figures, before.figures if before else None)
    return Report(office, day, figures, frozenset(facts), mine.closed_at if mine else None, found)


def tell(session: Session, actor: Actor, day: date, given: Mapping[str, str], at: datetime) -> DailyReport:
    """What a clerk writes; an empty field is missing. Raises Refused for what is no number, and for a day that is not
    yet, or long gone."""
    require(actor, WRITERS)
    office = session.get(Office, actor.office_id, with_for_update=LOCK)
    if office is None:
        raise NotFound
    today = day_of(office, at)
    if not today - LATEST <= day <= today:
        raise Refused("refused-report-day")
    kept = session.get(DailyReport, (office.id, day)) or DailyReport(office_id=office.id, day=day)
    told = {name: _number(name, written) for name, written in given.items() if name in ALL and written.strip()}
    changed = sorted(name for name in {*told, *kept.told} if told.get(name) != kept.told.get(name))
    kept.told, kept.officer_id, kept.told_at = told, actor.officer_id, at
    session.add(kept)
    subject, fields = f"report:{day.isoformat()}", tuple(changed)
    audit.record(session, actor, "report_told", office_id=office.id, subject=subject, fields=fields, at=at)
    return kept


def _number(name: str, written: str) -> int:
    digits = written.strip().replace(".", "").replace(" ", "")
    sign = -1 if name in SIGNED and digits.startswith("-") else 1
    digits = digits.removeprefix("-") if sign < 0 else digits
    if not (digits.isascii() and digits.isdecimal()):
        raise Refused("refused-figure", figure=name)
    if len(digits.lstrip("0")) > len(str(LARGEST)) or int(digits) > LARGEST:
        raise Refused("refused-figure-large", figure=name, most=LARGEST)
    return sign * int(digits)
