"""A form of the office for lost family cards, paired with its questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import pytest
from sqlmodel import select

from bot.interviews import Interviews
from bot.wording import Wording
from registry.form_door import answers, forms
from registry.form_door.taking import Taker
from registry.lifecycle import Role
from registry.models import AnswerState, Case, Channel, FormAnswer, Sender, WebForm
from registry.places.regions import load_regions
from tests.registry.desk import MONDAY, SERVICES, Desk

HEADINGS = ["Timestamp", "Nama lengkap", "NIK", "KK hilang atau rusak?", "Fotokopi masih ada?", "Kelurahan", "No HP"]
COLUMNS = {
    "reason": HEADINGS[3],
    "still_have": HEADINGS[4],
    "name": HEADINGS[1],
    "nik": HEADINGS[2],
    "village": HEADINGS[5],
}
TIME, NIK, PHONE = "2026/11/20 10:32:11 AM GMT+8", "6471044506900000", "0812-0000-0001"
RINA = [TIME, "Rina Contoh", NIK, "Hilang", "Tidak ada", "Karang Rejo", PHONE]


@dataclass
class Door:
    desk: Desk
    form_id: int

    def imports(self, *rows: Sequence[str], headings: Sequence[str] = tuple(HEADINGS)) -> answers.Kept:
        with self.desk.database.writing() as session:
            found = session.get_one(WebForm, self.form_id)
            return answers.import_table(session, self.desk.officers[Role.ADMIN], found, [headings, *rows], MONDAY)

    def paired(self, columns: Mapping[str, str] | None = None, since: date | None = None) -> None:
        wanted = forms.Map(columns or COLUMNS, "No HP", "Timestamp", since, Channel.WHATSAPP)
        with self.desk.database.writing() as session:
            forms.pair(session, self.desk.officers[Role.ADMIN], self.form_id, SERVICES["KK-HR"], wanted, MONDAY)

    def taken_in(self, at: datetime = MONDAY) -> bool:
        return self.taker(at).run()

    def taker(self, at: datetime = MONDAY) -> Taker:
        read_by = Interviews(self.desk.database, SERVICES, load_regions(), Wording())
        return Taker(self.desk.database, SERVICES, read_by, lambda: at, official=False)

    def states(self) -> list[AnswerState]:
        return [each.state for each in self.answers()]

    def answers(self) -> list[FormAnswer]:
        with self.desk.database.reading() as session:
            return list(session.exec(select(FormAnswer).order_by("id")))

    def cases(self) -> list[Case]:
        with self.desk.database.reading() as session:
            return list(session.exec(select(Case).order_by("id")))


@pytest.fixture
def door(desk: Desk) -> Door:
    with desk.database.writing() as session:
        session.add(Sender(channel=Channel.SMS, address="+628110000011", office_id=desk.office_id))
        made = forms.create(session, desk.officers[Role.ADMIN], SERVICES["KK-HR"], "KK hilang", MONDAY)
    return Door(desk, made.id)
