"""One connection to the simulator: no log line for each request, and closed when a view cuts the line."""

from __future__ import annotations

from wsgiref.types import WSGIEnvironment

from werkzeug.serving import WSGIRequestHandler


class Connection(WSGIRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        # A line for each request would drown what the product logs beside us.
        pass

    def connection_dropped(self, error: BaseException, environ: WSGIEnvironment | None = None) -> None:
        # Without this the server waits for the next request, and the caller for an answer that never comes.
        self.close_connection = True
