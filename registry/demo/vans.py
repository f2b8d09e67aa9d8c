"""The mobile vans of the demo: one an office, with its rounds."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from registry.calendar.working_time import OpeningHours
from registry.demo.staff import Staff
from registry.lifecycle import Role
from registry.models import Office
from registry.places.regions import Regions
from registry.vans import writing

# office -> vehicle; where, the village, how it comes back, weekday, which of the month, hours, services, families
VEHICLES = {"BPP": "KT 8001 XX", "SMD": "KT 8002 XX", "MHU": "Perahu 1", "CLG": "A 8003 XX"}
ROUNDS = {
    "BPP": (
        ("Balai Karang Jati", "Karang Jati", "week", 1, 1, "09.00-12.00", "rekam kia", 30),
        ("Pasar Sepinggan", "Sepinggan, Balikpapan Selatan", "fortnight", 3, 1, "08.30-11.30", "rekam kk kia", 25),
        ("Lapangan Margo Mulyo", "Margo Mulyo", "month", 5, 1, "08.00-13.00", "rekam ktp kia ikd", 60),
    ),
    "SMD": (
        ("Kantor Lurah Lempake", "Lempake", "week", 2, 1, "09.00-12.00", "rekam kk", 30),
        ("Balai Makroman", "Makroman", "month", 4, 2, "08.30-11.00", "rekam kia akta", 40),
    ),
    "MHU": (("Dermaga Tiong Ohang", "Tiong Ohang", "month", 1, 1, "09.00-15.00", "rekam kk kia akta", 80),),
    "CLG": (("Kantor Lurah Suralaya", "Suralaya", "week", 3, 1, "09.00-12.00", "rekam ktp kia", 30),),
}  # fmt: skip


def send_out(session: Session, office: Office, staff: Staff, regions: Regions, at: datetime) -> None:
    """Entered when the office was last open."""
    entered = OpeningHours.from_json(office.hours).last_open(at)
    for place, village, every, weekday, nth, hours, services, quota in ROUNDS[office.code]:
        opens, _, closes = hours.partition("-")
        given = {
            "vehicle": VEHICLES[office.code], "place": place, "village": village, "every": every,
            "weekday": str(weekday), "nth": str(nth), "opens": opens, "closes": closes, "quota": str(quota),
        }  # fmt: skip
        writing.add(session, staff[Role.SUPERVISOR], given, services.split(), regions, entered)
