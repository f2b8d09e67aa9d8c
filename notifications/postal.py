"""Asks a tracking service about Kantor Pos: there is no open one of Pos itself, so it is an aggregator with a key.

The form is Binderbyte's: GET <url>?api_key=&courier=pos&awb=<number>, answered with data.summary.status. Nothing but
the number leaves the house.
"""

from __future__ import annotations

from typing import Any

import requests
from requests.exceptions import RequestException

from registry.models import CarrierStatus
from registry.post.imported import STATUSES
from registry.post.tracker import TrackerDown

SECONDS = (5, 15)  # to connect, to answer
UNKNOWN = (400, 404)  # how it says that there is no such number


class PostTracker:
    def __init__(self, url: str, key: str) -> None:
        self._url = url
        self._key = key
        self._session = requests.Session()
        self._session.trust_env = False

    def look_up(self, tracking: str) -> CarrierStatus | None:
        asked = {"api_key": self._key, "courier": "pos", "awb": tracking}
        try:
            answer = self._session.get(self._url, params=asked, timeout=SECONDS, allow_redirects=False)
            if answer.status_code in UNKNOWN:
                return None
            told = answer.json() if answer.status_code == requests.codes.ok else {}
        except (RequestException, ValueError):
            raise TrackerDown("the tracking service did not answer") from None
        return _status(told)


def _status(told: Any) -> CarrierStatus | None:
    try:
        written = str(told["data"]["summary"]["status"])
    except (KeyError, TypeError):
        raise TrackerDown("the tracking service answered in another form") from None
    return STATUSES.get(" ".join(written.lower().split()), CarrierStatus.MOVING)
