"""Fetching what citizens sent. The address is built here from SIDs, never taken from a webhook."""

from __future__ import annotations

import re
import socket
import time
from ipaddress import ip_address
from typing import Any
from urllib.parse import urljoin, urlsplit

from requests import RequestException, Response, Session
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPSConnection
from urllib3.connectionpool import HTTPSConnectionPool
from urllib3.exceptions import HTTPError, NewConnectionError

from settings import Settings

MESSAGE_SID = re.compile(r"(SM|MM)[0-9a-f]{32}")
MEDIA_SID = re.compile(r"ME[0-9a-f]{32}")

# Where Twilio keeps files. Nothing else is followed, whatever a redirect says.
MEDIA_HOSTS = ("media.twiliocdn.com", "mms.twiliocdn.com", "s3-external-1.amazonaws.com")
HOPS = 3
CONNECT_SECONDS, READ_SECONDS, TOTAL_SECONDS = 5, 15, 60
PIECE = 65_536


class MediaTooLarge(Exception):
    """More bytes than the caller allows."""


class MediaUnavailable(Exception):
    """No file came. `permanent`: none will come later either. `reason` is a status or an error class."""

    def __init__(self, reason: str, *, permanent: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.permanent = permanent


def fetch(settings: Settings, message_sid: str, media_sid: str, max_bytes: int) -> bytes:
    if not MESSAGE_SID.fullmatch(message_sid) or not MEDIA_SID.fullmatch(media_sid):
        raise MediaUnavailable("malformed-sid", permanent=True)
    account = f"{settings.twilio_api_url}/2010-04-01/Accounts/{settings.twilio_account_sid}"
    deadline = time.monotonic() + TOTAL_SECONDS
    try:
        with _session() as session:
            answer = _follow(session, settings, f"{account}/Messages/{message_sid}/Media/{media_sid}")
            with answer:
                return _read(answer, max_bytes, deadline)
    except (RequestException, HTTPError, OSError) as error:
        raise MediaUnavailable(type(error).__name__, permanent=False) from error


def _follow(session: Session, settings: Settings, url: str) -> Response:
    for _ in range(HOPS):
        at_home = _origin(url) == _origin(settings.twilio_api_url)
        if not at_home and not _is_media_host(url):
            raise MediaUnavailable("foreign-redirect", permanent=True)
        answer = session.get(
            url,
            auth=(settings.twilio_account_sid, settings.twilio_auth_token) if at_home else None,
            headers={"Accept-Encoding": "identity"},
            timeout=(CONNECT_SECONDS, READ_SECONDS),
            allow_redirects=False,
            stream=True,
        )
        if not answer.is_redirect:
            return answer
        answer.close()
        url = urljoin(url, answer.headers["location"])
    raise MediaUnavailable("too-many-redirects", permanent=True)


def _read(answer: Response, max_bytes: int, deadline: float) -> bytes:
    if answer.status_code != 200:
        gone = 400 <= answer.status_code < 500 and answer.status_code not in (401, 408, 429)
        raise MediaUnavailable(str(answer.status_code), permanent=gone)
    data = bytearray()
    # One read of the socket at a time, so that a slow drip meets the deadline and an endless file the cap.
    while piece := answer.raw.read1(PIECE, decode_content=False):
        data += piece
        if len(data) > max_bytes:
            raise MediaTooLarge(f"more than {max_bytes} bytes")
        if time.monotonic() > deadline:
            raise MediaUnavailable("too-slow", permanent=False)
    return bytes(data)


def _origin(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or {"https": 443, "http": 80}.get(parts.scheme)


def _is_media_host(url: str) -> bool:
    scheme, host, port = _origin(url)
    return scheme == "https" and port == 443 and host in MEDIA_HOSTS


def _session() -> Session:
    session = Session()
    session.trust_env = False
    for host in MEDIA_HOSTS:
        session.mount(f"https://{host}/", _PublicOnly())
    return session


class _PublicConnection(HTTPSConnection):
    """Asks after connecting, before a byte is sent: a name that is checked first can be re-bound in between."""

    def _new_conn(self) -> socket.socket:
        connected = super()._new_conn()
        if not ip_address(connected.getpeername()[0]).is_global:
            connected.close()
            raise NewConnectionError(self, "a private address was refused")
        return connected


class _PublicPool(HTTPSConnectionPool):
    ConnectionCls = _PublicConnection


class _PublicOnly(HTTPAdapter):
    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"https": _PublicPool}
