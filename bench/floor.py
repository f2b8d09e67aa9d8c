"""The least that a chat on this stack does: check the signature, read one row and write two by SQLModel, commit.

Loket is measured against it, on the same server, engine and machine: `gunicorn "bench.floor:answering()"`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flask import Flask, Response, abort, request
from sqlalchemy.orm import registry
from sqlmodel import Field, Session, SQLModel, select
from twilio.request_validator import RequestValidator

from assembly.parts import read_settings
from bench.citizens import INBOUND, SMS_SENDER, WHATSAPP_SENDER
from registry.database import Database


class Base(SQLModel, registry=registry()):
    """Apart from the office's tables."""


class Number(Base, table=True):
    id: int = Field(default=None, primary_key=True)
    address: str = Field(unique=True)


class Received(Base, table=True):
    id: int = Field(default=None, primary_key=True)
    number_id: int = Field(foreign_key="number.id")
    sid: str = Field(unique=True)
    body: str


class Reply(Base, table=True):
    id: int = Field(default=None, primary_key=True)
    number_id: int = Field(foreign_key="number.id", index=True)
    body: str


def prepare(url: str) -> None:
    database = Database(url)
    Base.metadata.create_all(database.engine)
    with database.writing() as session:
        session.add_all([Number(id=1, address=WHATSAPP_SENDER), Number(id=2, address=SMS_SENDER)])
    database.dispose()


def answering() -> Flask:
    return _app(_answer)


def storing() -> Flask:
    """Less still: nothing is read, and one row written."""
    return _app(_store)


def _answer(session: Session, form: Mapping[str, str]) -> None:
    number = session.exec(select(Number).where(Number.address == form["To"])).one()
    session.add(Received(number_id=number.id, sid=form["MessageSid"], body=form["Body"]))
    session.add(Reply(number_id=number.id, body="Terima kasih."))


def _store(session: Session, form: Mapping[str, str]) -> None:
    session.add(Received(number_id=1, sid=form["MessageSid"], body=form["Body"]))


def _app(take: Callable[[Session, Mapping[str, str]], None]) -> Flask:
    settings = read_settings()
    database, validator = Database(settings.database_url), RequestValidator(settings.twilio_auth_token)
    app = Flask("floor")

    @app.get("/healthz")
    def healthz() -> str:
        return "ok"

    @app.post(INBOUND)
    def inbound() -> Response:
        form = request.form
        if not validator.validate(settings.public_url + INBOUND, form, request.headers["X-Twilio-Signature"]):
            abort(403)
        with database.writing() as session:
            take(session, form)
        return Response("<Response/>", content_type="text/xml")

    return app
