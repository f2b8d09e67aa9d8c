"""One HTTP exchange with separate limits for connecting and for reading."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urljoin, urlsplit

CONNECT_SECONDS, READ_SECONDS = 5.0, 15.0
MAX_REDIRECTS = 5


class NotConnected(Exception):
    """Nobody took the call: nothing was sent, so it may be tried again."""


class Broken(Exception):
    """The call was taken, but no whole answer came back."""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


def exchange(method: str, url: str, headers: Mapping[str, str], body: bytes = b"", most: int = 1_000_000) -> Answer:
    """Sends one request and reads at most `most` bytes. Raises NotConnected or Broken."""
    parts = urlsplit(url)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=CONNECT_SECONDS)
    try:
        _connect(connection)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request(method, target, body or None, dict(headers))
        response = connection.getresponse()
        return Answer(response.status, dict((k.lower(), v) for k, v in response.getheaders()), response.read(most))
    except (OSError, HTTPException) as error:
        raise Broken(_reason(error)) from error
    finally:
        connection.close()


def fetch(url: str, most: int) -> Answer:
    """GETs `url`, following redirects; reads at most `most` bytes."""
    for _ in range(MAX_REDIRECTS):
        if urlsplit(url).scheme not in ("http", "https"):
            raise Broken("not an http address")
        answer = exchange("GET", url, {"User-Agent": "TwilioProxy/1.1"}, most=most)
        if answer.status not in (301, 302, 303, 307, 308):
            return answer
        url = urljoin(url, answer.headers.get("location", ""))
    raise Broken("too many redirects")


def _connect(connection: HTTPConnection) -> None:
    try:
        connection.connect()
    except (OSError, HTTPException) as error:
        raise NotConnected(_reason(error)) from error
    connection.sock.settimeout(READ_SECONDS)
    connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _reason(error: Exception) -> str:
    return "timed out" if isinstance(error, TimeoutError) else type(error).__name__
