"""Answers that a form's own script posts: only what is signed and fresh is kept, and only once."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import select

from bot.handlers import form_answers
from notifications.queues import Queue
from registry.database import Database
from registry.form_door import signed
from registry.models import AnswerState, FormAnswer, Office, WebForm

AT = datetime.fromisoformat("2026-11-27T08:00:00+00:00")
SECRET = 64 * "a"
ANSWER = {"Timestamp": "27/11/2026 15:30:00", "NIK": "6471044506900000"}


class Rung(list[Queue]):
    def wake(self, queue: Queue) -> None:
        self.append(queue)


@dataclass
class Script:
    client: FlaskClient
    database: Database
    rung: Rung

    def posts(self, answers: Any = None, *, to: str = "tok", **changes: str) -> int:
        body = json.dumps({"answers": ANSWER if answers is None else answers}).encode()
        return self.sends(body, to=to, **changes)

    def sends(
        self, body: bytes, *, to: str = "tok", secret: str = SECRET, stamp: str = "", signature: str | None = None
    ) -> int:
        stamp = stamp or str(int(AT.timestamp()))
        right = hmac.new(secret.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
        headers = {"X-Loket-Timestamp": stamp, "X-Loket-Signature": right if signature is None else signature}
        return self.client.post(f"/webhooks/forms/{to}", data=body, headers=headers).status_code

    def kept(self) -> list[FormAnswer]:
        with self.database.reading() as session:
            return list(session.exec(select(FormAnswer).order_by("id")))


@pytest.fixture
def script(database: Database) -> Any:
    with database.writing() as session:
        office = Office(code="BPP", name="-", region="64.71", timezone="Asia/Makassar", hours={}, address="-")
        session.add(office)
        session.flush()
        session.add(WebForm(office_id=office.id, service="KK-HR", name="KK", token="tok", secret=SECRET))
        session.add(WebForm(office_id=office.id, service="KK-HR", name="tanpa kunci", token="keyless"))
    app, rung = Flask("door"), Rung()
    app.register_blueprint(form_answers.blueprint(database, rung))
    with time_machine.travel(AT, tick=False):
        yield Script(app.test_client(), database, rung)


def test_a_signed_answer_is_kept_and_read_by_a_worker(script: Script) -> None:
    assert script.posts() == 200
    (answer,) = script.kept()
    assert (answer.state, answer.line, answer.cells) == (AnswerState.WAITING, None, ANSWER)
    assert script.rung == [Queue.FORMS]


def test_posted_twice_it_is_kept_once(script: Script) -> None:
    assert [script.posts(), script.posts()] == [200, 200]
    assert len(script.kept()) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"secret": 64 * "b"},
        {"signature": ""},
        {"signature": "é"},
        {"stamp": str(int((AT - timedelta(minutes=6)).timestamp()))},
        {"stamp": str(int((AT + timedelta(minutes=6)).timestamp()))},
        {"stamp": "-1"},
        {"stamp": "9" * 400},
        {"stamp": "nan"},
        {"to": "unknown"},
        {"to": "keyless"},
        {"to": "keyless", "secret": "0" * 64},
        {"to": "unknown", "secret": "0" * 64},
    ],
)
def test_what_is_not_signed_or_not_fresh_is_refused(script: Script, changes: Mapping[str, str]) -> None:
    assert script.posts(**changes) == 403
    assert script.kept() == []


def test_a_signature_belongs_to_its_body(script: Script) -> None:
    stamp = str(int(AT.timestamp()))
    body = json.dumps({"answers": ANSWER}).encode()
    signature = hmac.new(SECRET.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
    assert script.sends(body.replace(b"6471", b"6472"), stamp=stamp, signature=signature) == 403


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"{}", b'{"answers": []}', b'{"answers": {}}', b'{"answers": {"NIK": 1}}', b'{"answers": {"a": ""}}',
     b"[" * 100_000, b"\xff", json.dumps({"answers": {str(n): "x" for n in range(101)}}).encode()],
)  # fmt: skip
def test_what_is_no_answer_is_said_to_be_none(script: Script, body: bytes) -> None:
    assert script.sends(body) == 400
    assert script.kept() == []


def test_a_huge_body_is_not_read(script: Script) -> None:
    assert script.sends(b"x" * (form_answers.LARGEST + 1)) == 413


def test_a_form_that_is_flooded_is_asked_to_wait(script: Script, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signed, "MOST_A_MINUTE", 2)
    assert [script.posts(ANSWER | {"NIK": str(number)}) for number in range(3)] == [200, 200, 429]
    assert len(script.kept()) == 2
