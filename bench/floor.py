"""The least that a chat on this stack does: check the signature, read one row and write two by SQLModel, commit.

Loket is measured against it, on the same server, engine and machine: `gunicorn "bench.floor:create_app()"`.
"""

from __future__ import annotations

from flask import Flask, Response, abort, request
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel, select
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
        session.add_all([Number(address=WHATSAPP_SENDER), Number(address=SMS_SENDER)])
    database.dispose()


def create_app() -> Flask:
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
            number = session.exec(select(Number).where(Number.address == form["To"])).one()
            session.add(Received(number_id=number.id, sid=form["MessageSid"], body=form["Body"]))
            session.add(Reply(number_id=number.id, body="Terima kasih."))
        return Response("<Response/>", content_type="text/xml")

    return app
