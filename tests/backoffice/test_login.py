"""Who gets in, how guesses are slowed down, and when a session ends."""

from __future__ import annotations

from datetime import timedelta

import pytest

from registry.models import AuditEntry, Office, Officer
from tests.backoffice.conftest import AT, PASSWORD, Client, Desk
from tests.registry.issuing_office import BOTH

pytestmark = BOTH


@pytest.fixture
def officer(desk: Desk) -> Officer:
    return desk.officer(desk.office(), "counter")


def sign_in(client: Client, username: str, password: str) -> int:
    return int(client.post("/masuk", username=username, password=password).status_code)


def test_the_right_password_opens_the_queue(desk: Desk, officer: Officer) -> None:
    client = desk.client(officer)
    assert client.get("/antrean").status_code == 200
    assert [entry.action for entry in desk.all(AuditEntry)] == ["signed_in"]


def test_an_unknown_name_and_a_wrong_password_read_alike(desk: Desk, officer: Officer) -> None:
    wrong = desk.client().post("/masuk", username=officer.username, password="no")
    unknown = desk.client().post("/masuk", username="nobody", password="no")
    assert wrong.status_code == unknown.status_code == 401
    assert "belum cocok" in wrong.text and "belum cocok" in unknown.text


def test_after_some_guesses_even_the_right_password_waits(desk: Desk, officer: Officer) -> None:
    stranger = desk.client()
    for _ in range(5):
        sign_in(stranger, officer.username, "no")
    assert sign_in(stranger, officer.username, PASSWORD) == 401
    assert desk.again(officer).locked_until == AT + timedelta(seconds=32)


def test_guessing_does_not_lock_out_the_officers_own_device(desk: Desk, officer: Officer) -> None:
    own = desk.client(officer)
    own.post("/keluar")
    for _ in range(6):
        sign_in(desk.client(), officer.username, "no")
    assert sign_in(own, officer.username, PASSWORD) == 303
    assert desk.again(officer).failures == 0


def test_one_source_guesses_only_so_often(desk: Desk, officer: Officer) -> None:
    stranger = desk.client()
    answers = [sign_in(stranger, f"name{count}", "no") for count in range(11)]
    assert answers == [401] * 10 + [429]


def test_many_officers_of_one_office_sign_in_at_once(desk: Desk, officer: Officer) -> None:
    assert [sign_in(desk.client(), officer.username, PASSWORD) for _ in range(12)] == [303] * 12


def test_a_session_planted_before_login_is_worth_nothing(desk: Desk, officer: Officer) -> None:
    client = desk.client()
    client.get("/masuk")
    with client.flask.session_transaction() as session:
        session["planted"] = "here"
        before = session["csrf_token"]
    sign_in(client, officer.username, PASSWORD)
    with client.flask.session_transaction() as session:
        assert "planted" not in session
        assert session.get("csrf_token") != before


def test_a_disabled_officer_is_out_at_the_next_request(desk: Desk, officer: Officer) -> None:
    client = desk.client(officer)
    desk.change(officer, disabled_at=AT)
    assert client.get("/antrean").headers["Location"].startswith("/masuk")


def test_a_new_session_key_ends_every_session(desk: Desk, officer: Officer) -> None:
    client = desk.client(officer)
    desk.change(officer, session_key="another")
    assert client.get("/antrean").status_code == 303


def test_signing_out_makes_a_copied_cookie_useless(desk: Desk, officer: Officer) -> None:
    client, copy = desk.client(officer), desk.client()
    cookie = client.flask.get_cookie("loket")
    assert cookie is not None
    copy.flask.set_cookie("loket", cookie.value)
    assert copy.get("/antrean").status_code == 200
    client.post("/keluar")
    assert copy.get("/antrean").status_code == 303


def test_what_no_click_asked_for_brings_no_cookie(desk: Desk, officer: Officer) -> None:
    """Its answer may come late, after a click's: the older session would undo what that one said or did."""
    client = desk.client(officer)
    client.get("/antrean")
    answer = client.get("/antrean", headers={"Sec-Fetch-Dest": "empty"})
    assert (answer.status_code, answer.headers.getlist("Set-Cookie")) == (200, [])


def test_after_login_one_stays_on_this_host(desk: Desk, officer: Officer) -> None:
    for elsewhere in ("https://example.org/", "//example.org/", "/\\example.org"):
        answer = desk.client().post(f"/masuk?next={elsewhere}", username=officer.username, password=PASSWORD)
        assert answer.headers["Location"] == "/"


def test_the_language_is_the_officers_own(desk: Desk, officer: Officer) -> None:
    client = desk.client(officer)
    assert "Antrean" in client.get("/antrean").text
    client.post("/bahasa", language="en")
    assert "Queue" in client.get("/antrean").text
    assert "Queue" in desk.client(officer).get("/antrean").text


def test_the_province_has_no_office(desk: Desk) -> None:
    office: Office = desk.office()
    page = desk.client(desk.officer(None, "province")).get("/antrean")
    assert office.name in page.text
