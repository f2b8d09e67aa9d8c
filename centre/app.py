"""Verifies by element, as the centre does, and can be told to fail in the ways it is known to."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from flask import Flask, Response, jsonify, request

from centre.people import Known

VERIFY = "/dukcapil/get_json/loket/CALL_VERIFY_BY_ELEMEN"
LONGEST = 30.0  # seconds that it keeps anybody waiting


class Mood(StrEnum):
    WELL = "well"
    SLOW = "slow"  # says nothing
    DRIPPING = "dripping"  # a byte at a time
    DOWN = "down"
    QUOTA = "quota"
    GARBLED = "garbled"
    HUGE = "huge"
    MOVED = "moved"  # leads elsewhere


@dataclass
class Centre:
    """`quota`: how many look-ups it answers; none: any number."""

    people: Mapping[str, Known]
    user: str
    key: str
    quota: int | None = None
    mood: Mood = Mood.WELL
    elsewhere: str = ""
    asked: list[list[str]] = field(default_factory=list)  # the names of the elements, never what they said
    let_go: threading.Event = field(default_factory=threading.Event)  # ends all waiting

    def app(self) -> Flask:
        app = Flask("centre")
        app.add_url_rule(VERIFY, view_func=self._verify, methods=["POST"])
        app.add_url_rule("/control/mood", view_func=self._change_mood, methods=["POST"])
        app.add_url_rule("/control/asked", view_func=self._tell_asked)
        return app

    def _change_mood(self) -> Response:
        told: Mapping[str, Any] = request.get_json()
        self.mood = Mood(told.get("mood", Mood.WELL))
        self.elsewhere, self.quota = str(told.get("elsewhere", "")), told.get("quota")
        return jsonify(mood=self.mood)

    def _tell_asked(self) -> Response:
        return jsonify(asked=self.asked)

    def _verify(self) -> Response | tuple[str, int]:
        told: Mapping[str, Any] = request.get_json()
        self.asked.append(sorted(told.keys() - {"USER_ID", "PASSWORD"}))
        if self.mood is not Mood.WELL:
            return self._fail()
        if (told.get("USER_ID"), told.get("PASSWORD")) != (self.user, self.key):
            return "", 401
        if self.quota is not None and len(self.asked) > self.quota:
            return _said("Kuota akses hari ini telah habis")
        known = self.people.get(str(told.get("NIK")))
        return _content(_compared(known.elements(), told)) if known else _said("Data Tidak Ditemukan")

    def _fail(self) -> Response | tuple[str, int]:
        match self.mood:
            case Mood.DOWN:
                return "", 503
            case Mood.QUOTA:
                return _said("Kuota akses hari ini telah habis")
            case Mood.GARBLED:
                return Response("<html>Selamat datang</html>", mimetype="application/json")
            case Mood.HUGE:
                return Response(json.dumps({"content": [{"RESPON": "x" * 1_000_000}]}), mimetype="application/json")
            case Mood.MOVED:
                return Response(status=307, headers={"Location": self.elsewhere})
            case Mood.DRIPPING:
                return Response(self._dripping(), mimetype="application/json")
            case _:
                self.let_go.wait(LONGEST)
                return "", 503

    def _dripping(self) -> Iterator[bytes]:
        until = time.monotonic() + LONGEST
        while time.monotonic() < until and not self.let_go.wait(0.05):
            yield b" "


def _compared(known: Mapping[str, str], told: Mapping[str, Any]) -> dict[str, str]:
    same = {name: _plain(value) == _plain(str(told[name])) for name, value in known.items() if name in told}
    return {name: "Sesuai (100)" if agrees else "Tidak Sesuai (0)" for name, agrees in same.items()}


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _said(respon: str) -> Response:
    return _content({"RESPON": respon})


def _content(told: Mapping[str, str]) -> Response:
    return jsonify(content=[told], lastPage=True, numberOfElements=1)
