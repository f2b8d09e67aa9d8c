"""A product that only listens: it keeps what the carrier posts and serves files for the carrier to fetch."""

from __future__ import annotations

from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Empty, Queue
from threading import Event, Thread
from urllib.parse import parse_qsl

from twilio.request_validator import RequestValidator

PATIENCE_SECONDS = 10


@dataclass(frozen=True)
class Post:
    url: str
    form: dict[str, str]
    headers: dict[str, str]

    def signed_with(self, token: str) -> bool:
        return bool(RequestValidator(token).validate(self.url, self.form, self.headers["X-Twilio-Signature"]))


class Product:
    """`status` is what it answers; `files` maps paths to (content type, bytes); `fetched` is told of each GET."""

    def __init__(self) -> None:
        self.status = 200
        self.files: dict[str, tuple[str, bytes]] = {}
        self.fetched: list[str] = []
        self.hangs_up = False
        self.may_answer = Event()
        self.may_answer.set()
        self._posts: Queue[Post] = Queue()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def keep(self, post: Post) -> None:
        self._posts.put(post)

    def next(self) -> Post:
        """The next post, in the order they came; fails when none comes."""
        return self._posts.get(timeout=PATIENCE_SECONDS)

    def nothing_more(self) -> bool:
        try:
            self._posts.get_nowait()
        except Empty:
            return True
        return False

    def statuses(self, count: int) -> list[str]:
        return [self.next().form["MessageStatus"] for _ in range(count)]

    def close(self) -> None:
        self.may_answer.set()
        self._server.shutdown()
        self._server.server_close()


def _handler(product: Product) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = dict(parse_qsl(body, keep_blank_values=True))
            product.keep(Post(product.url + self.path, form, dict(self.headers)))
            product.may_answer.wait(PATIENCE_SECONDS)
            if product.hangs_up:
                return
            self._answer(product.status, "text/xml", b"<Response/>")

        def do_HEAD(self) -> None:
            self.do_GET()

        def do_GET(self) -> None:
            product.fetched.append(f"{self.command} {self.path}")
            content_type, data = product.files.get(self.path, ("text/plain", b"nothing here"))
            self._answer(200 if self.path in product.files else 404, content_type, data)

        def _answer(self, status: int, content_type: str, data: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", content_type)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(data)

        def log_message(self, *args: object) -> None:
            pass

    return Handler
