"""The demo's daily reports of the last two weeks: numbers as the offices' own press statements have them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from sqlmodel import Session

from registry.calendar.working_time import OpeningHours
from registry.models import DailyReport, Office
from registry.reports.known import known

DAYS = 14
SUKET = {"BPP": 2_122, "SMD": 801, "MHU": 0, "CLG": 492}  # outstanding two weeks ago
READY = {"BPP": 240, "SMD": 60, "MHU": 4, "CLG": 85}  # enrolled, and their cards may be printed
ASKED = {"BPP": 64, "SMD": 51, "MHU": 6, "CLG": 70}  # a day


def make_reports(session: Session, offices: Iterable[Office], at: datetime) -> None:
    """One office forgot a day, so that a gap is seen."""
    drawn = Random(6)  # noqa: S311  made-up numbers, the same ones every time
    last = dict[int, DailyReport]()
    everywhere = list(offices)
    for office in everywhere:
        days = list(_days(office, at))
        reports = [report for place, report in enumerate(_told(office, days, drawn)) if place != 3]
        session.add_all(reports)
        last[office.id] = reports[-1]
    session.flush()
    for office_id, figures in known(session, everywhere, at).items():
        left = last[office_id]
        left.told = {**left.told, "prr_sisa": figures["prr_awal"]}  # the cards that are there go on from it


def _days(office: Office, at: datetime) -> Iterator[datetime]:
    """When it closed on each of them."""
    zone, hours = ZoneInfo(office.timezone), OpeningHours.from_json(office.hours)
    for back in range(DAYS, 0, -1):
        day = at.astimezone(zone).date() - timedelta(days=back)
        if intervals := hours.on(day):
            yield datetime.combine(day, intervals[-1][1], zone)


def _told(office: Office, days: Iterable[datetime], drawn: Random) -> Iterator[DailyReport]:
    left, usual = SUKET.get(office.code, 0), ASKED.get(office.code, 10)
    for closed in days:
        asked, issued = drawn.randint(usual - usual // 3, usual + usual // 3), drawn.randint(0, 4)
        swapped = min(left, drawn.randint(5, 40))
        told = {"suket_awal": left, "suket_terbit": issued, "suket_ditukar": swapped}
        left += issued - swapped
        signed = drawn.randint(asked // 2, asked)
        doors = {"layanan_sms": asked // 5, "layanan_laman": asked // 12, "layanan_modem": 0, "layanan_formulir": 0}
        known = doors | {"layanan_whatsapp": asked - sum(doors.values())}
        known |= {
            "layanan_online_masuk": asked, "layanan_online_selesai": drawn.randint(asked // 2, asked),
            "layanan_tatap_muka": drawn.randint(0, 9), "keliling_terlayani": drawn.randint(0, 12),
            "tte_dok": 0 if office.code == "MHU" else signed,
            "manual_dok": signed if office.code == "MHU" else 0,
        }  # fmt: skip
        told |= {
            "suket_sisa": left,
            "prr_sisa": READY.get(office.code, 0),
            "kk_terbit": asked // 2,
            "akl_terbit": asked // 5,
        }
        yield DailyReport(office_id=office.id, day=closed.date(), known=known, told=told, closed_at=closed)
