"""/laman/<code>/status: where a request stands, for who has its number and its PIN. In the chat's own words."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from flask import request
from sqlmodel import Session, select
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response

from bot.handlers.pages.screen import Screen, language_of
from bot.handlers.web_door.cookies import COOKIE, Cookies, form_key, is_ours
from bot.matters.standing import case_said
from bot.office_cards import office_cards
from bot.says import Say
from bot.scene import Scene
from bot.state import State
from bot.wording import Wording
from registry.actors import NotFound
from registry.catalogue import Catalogue
from registry.database import Database
from registry.models import Case, Channel, Contact, Office
from registry.places.regions import Regions
from registry.web_door import codes, pins

SMALL = 4096

Standing = Callable[[Session, Case, str], str]


class StatusPage:
    def __init__(self, database: Database, screen: Screen, cookies: Cookies, standing: Standing) -> None:
        self._database = database
        self._screen = screen
        self._cookies = cookies
        self._standing = standing

    def show(self, code: str) -> Response:
        with self._database.reading() as session:
            return self._shown(_office(session, code))

    def look(self, code: str) -> Response:
        """Changes nothing, so loading it again does no harm; a right PIN is no try."""
        request.max_content_length = SMALL
        if not is_ours():
            raise BadRequest
        number, pin = request.form.get("number", "")[:30], re.sub(r"\s", "", request.form.get("pin", ""))
        at, source = self._screen.clock(), request.remote_addr or ""
        with self._database.writing() as session:
            office = _office(session, code)
            if not number.strip() or not re.fullmatch(r"[0-9]{6}", pin):  # a slip of the finger is no try
                return self._shown(office, 400, problem="web-status-length")
            try:
                case = pins.look(session, office, number, pin, source, at)
            except codes.TooMany:
                return self._shown(office, 429, problem="web-status-many")
            said = self._standing(session, case, language_of()) if case else ""
        if case is None:
            return self._shown(office, 403, problem="web-status-wrong")
        return self._shown(office, said=said, number=case.number)

    def _shown(self, office: Office, status: int = 200, **shown: Any) -> Response:
        token = self._cookies.token()
        response = self._screen.show(
            "web_status", status, office=office.name, code=office.code, form_key=form_key(token), **shown
        )
        if COOKIE not in request.cookies:
            self._cookies.put(response, f"/laman/{office.code}", token)
        return response


def standing_of(catalogue: Catalogue, regions: Regions, words: Wording, public_url: str, screen: Screen) -> Standing:
    """What STATUS tells in the chat, without the questions that only the chat can ask."""

    def standing(session: Session, case: Case, language: str) -> str:
        at, contact = screen.clock(), session.get_one(Contact, case.contact_id)
        cards = office_cards(session, at)
        card = next(each for each in cards if each.id == case.office_id)
        scene = Scene(session, contact, State(), card, cards, catalogue, regions, public_url, official=False, at=at)
        told = [each for each in case_said(case, scene) if isinstance(each, Say)]
        return "\n".join(words.render(each.key, each.args, language, Channel.WEB) for each in told[:1])

    return standing


def _office(session: Session, code: str) -> Office:
    office = session.exec(select(Office).where(Office.code == code)).first()
    if office is None:
        raise NotFound
    return office
