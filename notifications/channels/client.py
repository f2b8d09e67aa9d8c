"""How the twilio library reaches the network: bounded in time, and at TWILIO_API_URL."""

from __future__ import annotations

import logging
from typing import Any
from urllib.parse import urlsplit

from requests.adapters import HTTPAdapter
from requests.exceptions import ConnectionError as NoConnection
from requests.exceptions import RequestException
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client
from urllib3.exceptions import ConnectTimeoutError, MaxRetryError, NewConnectionError

from notifications.channels.carrier import AnswerLost, DeliveryFailed, Remedy
from settings import Settings

CONNECT_SECONDS, READ_SECONDS = 5, 15
POOL = 32  # at least the threads that send at once

# At INFO the library logs telephone numbers.
logging.getLogger("twilio.http_client").setLevel(logging.WARNING)


def twilio_client(settings: Settings) -> Client:
    return Client(
        settings.twilio_account_sid, settings.twilio_auth_token, http_client=ApiClient(settings.twilio_api_url)
    )


class ApiClient(TwilioHttpClient):  # type: ignore[misc]
    """Sends what is meant for twilio.com to `api_url`. Raises DeliveryFailed or AnswerLost when there is no answer."""

    def __init__(self, api_url: str) -> None:
        super().__init__()
        self._elsewhere = None if _at_twilio(api_url) else api_url
        self.timeout = (CONNECT_SECONDS, READ_SECONDS)  # the library itself would wait for ever
        self.session.trust_env = False
        for scheme in ("https://", "http://"):
            self.session.mount(scheme, HTTPAdapter(pool_maxsize=POOL))

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Response:
        parts = urlsplit(url)
        if self._elsewhere:
            url = self._elsewhere + parts.path + (f"?{parts.query}" if parts.query else "")
        try:
            return super().request(method, url, *args, **kwargs)
        except RequestException as error:
            raise _no_answer(error) from error


def _at_twilio(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    return host == "twilio.com" or host.endswith(".twilio.com")


def _no_answer(error: RequestException) -> DeliveryFailed | AnswerLost:
    """Before a connection stood, nothing was sent; after that the carrier may have taken it."""
    cause = error.args[0] if error.args else None
    if (
        isinstance(error, NoConnection)
        and isinstance(cause, MaxRetryError)
        and isinstance(cause.reason, (NewConnectionError, ConnectTimeoutError))
    ):
        return DeliveryFailed("unreachable", Remedy.WHEN_BACK)
    return AnswerLost(type(error).__name__)
