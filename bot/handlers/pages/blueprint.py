"""Joins the citizens' pages to a Flask app: addresses, headers, and what is said when something is not there."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from flask import Blueprint, Response, request

from bot.handlers.download import DownloadPage
from bot.handlers.handout import Handouts
from bot.handlers.pages.gathering import Gathering, TooManyFiles
from bot.handlers.pages.screen import Screen
from bot.handlers.privacy import PrivacyPage
from bot.handlers.upload_page import UploadPage
from bot.handlers.verify import VerifyPage
from bot.wording import Wording
from notifications.queues import Waker
from registry.actors import NotFound
from registry.catalogue import Catalogue
from registry.database import Database
from registry.links import Gone
from registry.models.columns import now
from registry.uploads.store import ObjectStore

HERE = Path(__file__).parent
STATIC = HERE / "static"
YEAR = 365 * 24 * 3600


def public_pages(
    *,
    database: Database,
    store: ObjectStore,
    waker: Waker,
    words: Wording,
    catalogue: Catalogue,
    handouts: Handouts,
    public_url: str,
    clock: Callable[[], datetime] = now,
) -> Blueprint:
    """/u, /d, /v and /p. `words` is the chat's wording. Give one blueprint to one app."""
    pages = Blueprint(
        "pages",
        __name__,
        template_folder="templates",
        static_folder="static",
        static_url_path=f"/static/pages-{_version()}",
    )
    screen = Screen(words, clock)
    upload = UploadPage(Gathering(database, store, catalogue), screen, waker)
    download = DownloadPage(database, store, handouts, screen, public_url)
    verify = VerifyPage(database, screen)
    pages.add_url_rule("/u/<token>", "upload", upload.show, methods=["GET"])
    pages.add_url_rule("/u/<token>", "change_upload", upload.change, methods=["POST"])
    pages.add_url_rule("/d/<token>", "download", download.show, methods=["GET"])
    pages.add_url_rule("/d/<token>", "unlock_download", download.unlock, methods=["POST"])
    pages.add_url_rule("/v", "ask_code", verify.ask, methods=["GET"])
    pages.add_url_rule("/v/<code>", "verify", verify.show, methods=["GET"])
    pages.add_url_rule("/v/<code>", "compare", verify.compare, methods=["POST"])
    pages.add_url_rule("/p", "privacy", PrivacyPage(database, screen).show, methods=["GET"])
    _speak_of_faults(pages, screen)
    pages.after_request(keep_private)
    return pages


def _speak_of_faults(pages: Blueprint, screen: Screen) -> None:
    def about(what: str) -> str:
        return f"{'download' if 'download' in str(request.endpoint) else 'upload'}-{what}"

    pages.register_error_handler(NotFound, lambda _: screen.tell(about("unknown"), 404))
    pages.register_error_handler(Gone, lambda _: screen.tell(about("over"), 410))
    pages.register_error_handler(TooManyFiles, lambda _: screen.tell("too-many-files", 429))
    pages.register_error_handler(413, lambda _: screen.tell("too-large-at-once", 413))
    pages.register_error_handler(500, lambda _: screen.tell("our-fault", 500))


def keep_private(response: Response) -> Response:
    """Pages and PDFs are one person's; style and script bear their version in the address."""
    if request.endpoint == "pages.static":
        response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    else:
        response.headers["Cache-Control"] = "private, no-store"
    return response


def _version() -> str:
    contents = b"".join(path.read_bytes() for path in sorted(STATIC.iterdir()))
    return hashlib.sha256(contents).hexdigest()[:8]
