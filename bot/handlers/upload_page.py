"""/u/<token>: a citizen sends the wanted papers from a phone's browser, one by one, and then says that is all."""

from __future__ import annotations

from contextlib import suppress

from flask import Response, request
from werkzeug.wrappers import Response as AnyResponse

from bot.handlers.pages.gathering import Gathering, Incomplete
from bot.handlers.pages.screen import Screen, to_page
from notifications.queues import Queue, Waker
from registry.actors import NotFound
from registry.links import Gone
from registry.uploads.inspect import MEGABYTE
from registry.uploads.keeping import MAX_BYTES
from registry.uploads.pdfs import MOST_PAGES

LARGEST = 2 * MAX_BYTES  # a request; with scripts each file is one of its own
LIMITS = {"megabytes": MAX_BYTES // MEGABYTE, "pages": MOST_PAGES}


class UploadPage:
    """No CSRF token: nothing here rests on a cookie, and a foreign page that knows the address's 128 secret bits
    needs no citizen's browser to write to it."""

    def __init__(self, gathering: Gathering, screen: Screen, waker: Waker) -> None:
        self._gathering = gathering
        self._screen = screen
        self._waker = waker

    def show(self, token: str) -> Response:
        """Once the papers are sent it says so, however often it is looked at."""
        gathered = self._gathering.look(token, self._screen.clock())
        template = "sent" if gathered.sent else "upload"
        return self._screen.show(template, preferred=gathered.language, gathered=gathered, limits=LIMITS)

    def change(self, token: str) -> AnyResponse:
        """Afterwards the browser is sent back to the page, so that loading it again sends nothing twice."""
        gathered = self._gathering.look(token, self._screen.clock())  # before a stranger's body is read
        request.max_content_length = LARGEST
        paper, deed = request.form.get("paper", ""), request.form.get("do")
        if gathered.sent and deed != "finish":
            raise Gone
        match deed:
            case "send":
                self._take(token, paper)
                self._waker.wake(Queue.UPLOADS)  # to be read
            case "take-back":
                self._gathering.take_back(token, _number(request.form.get("file", "")), self._screen.clock())
            case "as-it-is":
                self._gathering.accept_as_it_is(token, paper, self._screen.clock())
            case "finish":
                self._finish(token)
        return to_page(anchor=f"paper-{paper}" if paper else "finish")

    def _take(self, token: str, paper: str) -> None:
        for file in request.files.getlist("file"):
            if file.filename:  # a browser sends an empty part where nothing was chosen
                data = file.stream.read(MAX_BYTES + 1)
                self._gathering.take(token, paper, data, self._screen.clock())

    def _finish(self, token: str) -> None:
        """What is missing, or that it was sent already, the page says."""
        with suppress(Incomplete, Gone):
            self._gathering.finish(token, self._screen.clock())
            self._waker.wake(Queue.DRAIN)


def _number(written: str) -> int:
    if not (written.isascii() and written.isdecimal() and len(written) < 10):
        raise NotFound
    return int(written)
