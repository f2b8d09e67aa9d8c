"""Joins the website door to a Flask app. Its pages are built of the citizens' other pages: their frame and style."""

from __future__ import annotations

from flask import Blueprint

from bot.handlers.at_once import AtOnce
from bot.handlers.pages.blueprint import keep_private
from bot.handlers.pages.screen import Screen
from bot.handlers.web_door.cookies import Cookies
from bot.handlers.web_door.door import Door, way_back
from bot.handlers.web_door.installing import Installing
from bot.handlers.web_door.status import Standing, StatusPage
from bot.handlers.web_door.writing import Desk
from notifications.channels.web import PageCarrier
from notifications.dispatch import LinkMaker
from registry.actors import NotFound
from registry.database import Database


def door_of_pages(
    database: Database,
    files: PageCarrier,
    links: LinkMaker,
    at_once: AtOnce,
    screen: Screen,
    public_url: str,
    standing: Standing,
) -> Blueprint:
    """/laman/<code of the office>. Give one blueprint to one app, beside the pages'."""
    cookies = Cookies(secure=public_url.startswith("https://"))
    door = Door(database, Desk(database, files), links, at_once, screen, cookies)
    installing = Installing(database, screen)
    status = StatusPage(database, screen, cookies, standing)
    laman = Blueprint("laman", __name__, url_prefix="/laman/<code>")
    laman.add_url_rule("", "show", door.show, methods=["GET"])
    laman.add_url_rule("", "ask", door.ask, methods=["POST"])
    laman.add_url_rule("/kode", "await_code", door.await_code, methods=["GET"])
    laman.add_url_rule("/kode", "enter", door.enter, methods=["POST"])
    laman.add_url_rule("/tulis", "write", door.write, methods=["POST"])
    laman.add_url_rule("/berkas/<int:row_id>", "fetch", door.fetch, methods=["GET"])
    laman.add_url_rule("/manifest.webmanifest", "manifest", installing.manifest, methods=["GET"])
    laman.add_url_rule("/pekerja.js", "worker", installing.worker, methods=["GET"])
    laman.add_url_rule("/tanpa-sinyal", "show_offline", installing.show_offline, methods=["GET"])
    laman.add_url_rule("/status", "show_status", status.show, methods=["GET"])
    laman.add_url_rule("/status", "look", status.look, methods=["POST"])
    laman.add_url_rule("/keluar", "leave", door.leave, methods=["POST"])
    laman.register_error_handler(NotFound, lambda _: screen.tell("web-unknown", 404))
    laman.register_error_handler(400, lambda _: screen.tell("web-old-form", 400, back=way_back()))
    laman.register_error_handler(413, lambda _: screen.tell("too-large-at-once", 413, back=way_back()))
    laman.register_error_handler(500, lambda _: screen.tell("our-fault", 500))
    laman.after_request(keep_private)
    return laman
