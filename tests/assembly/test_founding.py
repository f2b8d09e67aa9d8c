"""An installation begins at a terminal: an office, its officers, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from click.testing import Result
from sqlmodel import col, select

from assembly.parts import join
from backoffice.passwords import matches
from registry.database import Database
from registry.models import AuditEntry, Helper, Office, Officer, SecondFactor, Sender
from settings import Settings
from wsgi import create_app

Run = Callable[..., Result]
OFFICE = ("create-office", "BPP", "Disdukcapil Balikpapan", "64.71", "--address", "Jl. Contoh 1")
OFFICER = ("create-officer", "siti", "Siti Contoh", "--password", "a made-up password")


@pytest.fixture
def run(settings: Settings, database_url: str, database: Database) -> Run:
    app = create_app(join(replace(settings, database_url=database_url)))
    return lambda *arguments: app.test_cli_runner().invoke(args=arguments)


def test_an_office_opens_with_its_addresses(run: Run, database: Database) -> None:
    assert run(*OFFICE, "--sender", "whatsapp:+628110000001", "--sender", "+628110000011").exit_code == 0
    with database.reading() as session:
        office = session.exec(select(Office)).one()
        senders = session.exec(select(Sender.channel, Sender.office_id)).all()
        assert session.exec(select(AuditEntry.action).order_by(col(AuditEntry.id))).all() == ["office_created"]
    assert (office.timezone, office.hours["zone"]) == ("Asia/Makassar", "Asia/Makassar")
    assert sorted(senders) == [("sms", office.id), ("whatsapp", office.id)]


def test_an_officer_gets_a_hashed_password_and_roles(run: Run, database: Database) -> None:
    run(*OFFICE)
    assert run(*OFFICER, "--office", "BPP", "--role", "counter", "--role", "post").exit_code == 0
    with database.reading() as session:
        officer = session.exec(select(Officer)).one()
    assert matches(officer.password_hash, "a made-up password")
    assert officer.roles == ["counter", "post"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (OFFICE, "There is an office BPP already."),
        ((*OFFICE[:3], "64.71.04", *OFFICE[4:]), "64.71.04 is no kabupaten or kota"),
        ((*OFFICER, "--role", "counter"), "An officer belongs to an office"),
        ((*OFFICER, "--role", "province", "--office", "BPP"), "An officer belongs to an office"),
        ((*OFFICER, "--role", "counter", "--office", "XXX"), "There is no office XXX"),
        ((*OFFICER[:-1], "short", "--role", "counter", "--office", "BPP"), "at least 12 characters"),
        ((*OFFICER, "--role", "system", "--office", "BPP"), "'system' is not one of"),
    ],
)
def test_what_cannot_be_is_told(run: Run, database: Database, arguments: tuple[str, ...], told: str) -> None:
    run(*OFFICE)
    result = run(*arguments)
    assert result.exit_code != 0
    assert told in result.output
    with database.reading() as session:
        assert session.exec(select(Officer)).all() == []


def test_a_name_is_taken_once(run: Run) -> None:
    run(*OFFICE)
    run(*OFFICER, "--office", "BPP", "--role", "counter")
    assert "There is an officer siti already." in run(*OFFICER, "--office", "BPP", "--role", "counter").output


def test_the_audit_log_is_verified(run: Run, database: Database) -> None:
    assert "The audit log is whole: 0 rows" in run("audit", "verify").output


def test_a_helper_is_registered_by_telephone(run: Run, database: Database) -> None:
    run(*OFFICE)
    assert run("create-helper", "BPP", "0812 0000 0012", "Bu Bidan", "--role", "midwife").exit_code == 0
    with database.reading() as session:
        helper = session.exec(select(Helper)).one()
    assert (helper.phone, helper.role, helper.family_limit) == ("+6281200000012", "midwife", 30)


def test_what_is_wrong_with_a_helper_is_told(run: Run) -> None:
    run(*OFFICE)
    assert "There is no office SMD" in run("create-helper", "SMD", "0812 0000 0012", "Bu", "--role", "rt").output
    assert "no telephone number" in run("create-helper", "BPP", "12", "Bu", "--role", "rt").output


def test_who_lost_telephone_and_paper_is_let_in_again(run: Run, database: Database) -> None:
    run(*OFFICE)
    run(*OFFICER, "--office", "BPP", "--role", "admin")
    with database.writing() as session:
        officer = session.exec(select(Officer)).one()
        session.add(SecondFactor(officer_id=officer.id, secret="A" * 32, confirmed_at=officer.created_at))
    assert run("drop-second-factor", "siti").exit_code == 0
    with database.reading() as session:
        assert session.exec(select(SecondFactor)).all() == []
        assert session.exec(select(AuditEntry.action).order_by(col(AuditEntry.id))).all()[-1] == "factor_removed"
    assert "There is no officer nobody." in run("drop-second-factor", "nobody").output
