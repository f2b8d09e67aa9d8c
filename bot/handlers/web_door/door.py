"""The steps at the door: the telephone, its code, the chat, a file of it, and out again."""

from __future__ import annotations

import re
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from flask import redirect, request, url_for
from sqlmodel import Session, select
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge
from werkzeug.wrappers import Response

from bot.handlers.at_once import AtOnce
from bot.handlers.pages.screen import Screen, language_of
from bot.handlers.parsing import MOST_FILES
from bot.handlers.web_door import thread
from bot.handlers.web_door.cookies import Cookies, form_key, is_ours
from bot.handlers.web_door.writing import Desk, TooFast
from notifications.dispatch import LinkMaker
from registry.actors import NotFound
from registry.database import Database
from registry.lifecycle import Refused
from registry.links import new_token
from registry.models import Channel, Contact, Office, WebVisit
from registry.uploads.keeping import MAX_BYTES
from registry.web_door import codes, visits

LARGEST = 2 * MAX_BYTES  # bytes of a request
SMALL = 4096
LOOK_AGAIN = 2  # seconds


class Inside(NamedTuple):
    office: Office
    visit: WebVisit
    contact: Contact


class Door:
    def __init__(
        self, database: Database, desk: Desk, links: LinkMaker, at_once: AtOnce, screen: Screen, cookies: Cookies
    ) -> None:
        self._database = database
        self._desk = desk
        self._links = links
        self._at_once = at_once
        self._screen = screen
        self._cookies = cookies

    def show(self, code: str) -> Response:
        if code != code.upper():
            return redirect(url_for(".show", code=code.upper()), 302)
        at = self._screen.clock()
        with self._database.reading() as session:
            inside = self._inside(session, code)
            office, offered = _office(session, code), inside or codes.is_offered(session, _office(session, code))
        if inside is None:
            return self._start(office) if offered else self._shown(office, "web_closed")
        with self._database.writing() as session:
            found = thread.read(session, inside.contact.id, inside.visit.created_at, at)
        return self._chat(inside, found)

    def ask(self, code: str) -> Response:
        """Whether the code could go anywhere is not told."""
        request.max_content_length = SMALL
        self._check()
        token = self._cookies.token()
        with self._database.reading() as session:
            office = _office(session, code)
        try:
            with self._database.writing() as session:
                asker = codes.Asker(token, request.remote_addr or "", language_of())
                contact_id = codes.ask(session, office, request.form.get("phone", "")[:30], asker, self._screen.clock())
        except Refused:
            return self._start(office, 400, problem="web-phone-wrong")
        except codes.TooMany:
            return self._start(office, 429, problem="web-too-many")
        if contact_id is not None:
            self._at_once.answer(contact_id)
        return redirect(url_for(".await_code", code=code, lang=request.args.get("lang")), 303)

    def await_code(self, code: str) -> Response:
        with self._database.reading() as session:
            office = _office(session, code)
            if not codes.is_awaited(session, office, self._cookies.token(), self._screen.clock()):
                return redirect(url_for(".show", code=code), 303)
        return self._shown(office, "web_code")

    def enter(self, code: str) -> Response:
        request.max_content_length = SMALL
        self._check()
        at, typed = self._screen.clock(), re.sub(r"\s", "", request.form.get("code", ""))
        own_device = request.form.get("own") == "yes"
        with self._database.writing() as session:
            office = session.exec(select(Office).where(Office.code == code).with_for_update(key_share=True)).first()
            if office is None:
                raise NotFound
            if not re.fullmatch(r"[0-9]{6}", typed):  # a slip of the finger is no try
                return self._shown(office, "web_code", 400, problem="web-code-length")
            tried = codes.prove(session, office, self._cookies.token(), typed, at)
            token = ""
            if tried.phone:
                _, token = visits.enter(session, office, tried.phone, language_of(), own_device=own_device, at=at)
        if not token:
            if not tried.left:
                return self._start(office, 403, problem="web-code-over")
            return self._shown(office, "web_code", 403, problem="web-code-wrong", left=tried.left)
        response = redirect(url_for(".show", code=code), 303)
        self._cookies.put(response, _path(office), token, lasting=own_device)
        return response

    def write(self, code: str) -> Response:
        request.max_content_length = LARGEST
        inside = self._let_in(code)
        if inside is None:  # before a stranger's files are read
            return redirect(url_for(".show", code=code), 303)
        form, files = request.form, [each.stream.read(MAX_BYTES + 1) for each in request.files.getlist("file")]
        if any(len(each) > MAX_BYTES for each in files):
            raise RequestEntityTooLarge
        if len(files) > MOST_FILES:  # none is taken, so that nobody has to find out which
            return self._screen.tell("web-many-files", 413, preferred=inside.contact.language, back=way_back())
        to = f"{Channel.WEB}:{inside.office.code}"
        given = form.get("text", ""), form.get("button", ""), [each for each in files if each], form.get("once", "")
        try:
            taken = self._desk.take(inside.contact, to, *given, self._screen.clock())
        except TooFast:
            return self._screen.tell("web-too-fast", 429, preferred=inside.contact.language, back=way_back())
        if taken:
            self._at_once.answer(inside.contact.id)
        return redirect(url_for(".show", code=code, _anchor="akhir"), 303)

    def fetch(self, code: str, row_id: int) -> Response:
        """By the same link that a carrier would get: who may have the file is decided there."""
        with self._database.reading() as session:
            inside = self._inside(session, code)
            message = thread.own(session, inside.contact.id, row_id) if inside else None
        if message is None or not message.has_file:
            raise NotFound
        try:
            return redirect(self._links(message, self._screen.clock()), 303)
        except Refused:
            raise NotFound from None

    def leave(self, code: str) -> Response:
        request.max_content_length = SMALL
        self._check()
        with self._database.writing() as session:
            office = _office(session, code)
            visits.leave(session, self._cookies.token())
        response = redirect(url_for(".show", code=code), 303)
        self._cookies.drop(response, _path(office))
        return response

    def _let_in(self, code: str) -> Inside | None:
        with self._database.reading() as session:
            inside = self._inside(session, code)
        if inside is not None:
            self._check()
        return inside

    def _inside(self, session: Session, code: str) -> Inside | None:
        office = _office(session, code)
        found = visits.find(session, office, self._cookies.token(), self._screen.clock())
        return Inside(office, *found) if found else None

    def _check(self) -> None:
        if not is_ours():
            raise BadRequest

    def _start(self, office: Office, status: int = 200, **shown: Any) -> Response:
        return self._shown(office, "web_start", status, **shown)

    def _shown(self, office: Office, template: str, status: int = 200, **shown: Any) -> Response:
        """With the cookie that ties the forms to this browser."""
        token = self._cookies.token()
        response = self._screen.show(
            template, status, office=office.name, code=office.code, form_key=form_key(token), **shown
        )
        self._cookies.put(response, _path(office), token)
        return response

    def _chat(self, inside: Inside, found: thread.Thread) -> Response:
        office, contact, zone = inside.office, inside.contact, ZoneInfo(inside.office.timezone)
        once = new_token()
        # Another query each time: to the same address with a fragment a browser only scrolls.
        again = url_for(".show", code=office.code, lang=request.args.get("lang"), lagi=once[:4], _anchor="akhir")
        return self._screen.show(
            "web_chat", preferred=contact.language, office=office.name, code=office.code, thread=found, again=again,
            clock=lambda at: f"{at.astimezone(zone):%H.%M}", form_key=form_key(self._cookies.token()),
            once=once, look_again=LOOK_AGAIN, ends=(contact.telephone or "")[-4:],
        )  # fmt: skip


def _office(session: Session, code: str) -> Office:
    office = session.exec(select(Office).where(Office.code == code.upper())).first()
    if office is None:
        raise NotFound
    return office


def way_back() -> str:
    """To the page itself: its forms have addresses that cannot be opened."""
    return url_for(".show", code=(request.view_args or {})["code"])


def _path(office: Office) -> str:
    return f"/laman/{office.code}"
