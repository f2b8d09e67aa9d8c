"""A stand-in for BSrE's eSign Client Service on the loopback, with the answers and the silences it is known for."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from flask import Flask, Response, jsonify, request
from werkzeug.serving import make_server

from registry.issuing.bsre import Bsre
from registry.issuing.sign import SigningKey, sign

USER, PASSWORD = "instansi", "kata sandi instansi"
NIK, PASSPHRASE = "6471010506900000", "frasa sandi kepala"


@dataclass
class StandIn:
    """`silence`: "before" the answer begins or "within" it, or "fallen" instead of it, once; the document is signed all
    the same."""

    key: SigningKey
    at: datetime
    silence: str = ""
    code_in_status: bool = False
    answers: bytes = b""  # in place of what it has signed
    signed: dict[str, bytes] = field(default_factory=dict)  # by id_dokumen
    downloaded: set[str] = field(default_factory=set)
    heard: list[dict[str, str]] = field(default_factory=list)
    let_go: threading.Event = field(default_factory=threading.Event)

    def app(self) -> Flask:
        app = Flask("bsre")
        app.before_request(self._door)
        app.add_url_rule("/api/user/status/<nik>", view_func=self._status)
        app.add_url_rule("/api/sign/pdf", view_func=self._sign, methods=["POST"])
        app.add_url_rule("/api/sign/download/<number>", view_func=self._download)
        return app

    def _door(self) -> tuple[Response, int] | None:
        given = request.authorization
        right = given is not None and (given.username, given.password) == (USER, PASSWORD)
        return None if right else (jsonify(error="Unauthorized"), 401)

    def _status(self, nik: str) -> Response:
        if nik != NIK:
            return jsonify(status_code=1110, status="NOT_REGISTERED", message="User belum terdaftar")
        return jsonify(status_code=1111, status="ISSUE", message="User sudah terdaftar")

    def _sign(self) -> Response | tuple[Response, int]:
        self.heard.append(request.form.to_dict())
        if request.form["nik"] != NIK:
            return self._refused("User tidak terdaftar", 2011)
        if request.form["passphrase"] != PASSPHRASE:
            return self._refused("Passphrase anda salah", 2031)
        pdf = sign(request.files["file"].read(), self.key, at=self.at, reason="-", location="-")
        number = f"dok-{len(self.signed)}"
        pdf = self.answers or pdf
        self.signed[number] = pdf
        silence, self.silence = self.silence, ""
        if silence == "fallen":
            return Response("Bad Gateway", 502)
        if silence == "before":
            self.let_go.wait(10)
        return Response(self._told(pdf, silence), mimetype="application/pdf", headers={"id_dokumen": number})

    def _told(self, pdf: bytes, silence: str) -> Iterator[bytes]:
        yield pdf[:1000]
        if silence == "within":
            self.let_go.wait(10)
        yield pdf[1000:]

    def _refused(self, said: str, code: int) -> tuple[Response, int]:
        """The code stands in one place or in the other."""
        if self.code_in_status:
            return jsonify(error=said, status_code=code), 500
        return jsonify(error=f"Proses signing gagal : {said} {code}", status_code=400), 400

    def _download(self, number: str) -> Response | tuple[Response, int]:
        if number in self.downloaded or number not in self.signed:
            return jsonify(error="Dokumen telah didownload sebelumnya"), 404
        self.downloaded.add(number)
        return Response(self.signed[number], mimetype="application/pdf")


@contextmanager
def standing_in(stand_in: StandIn, answer_within: float = 1.0) -> Iterator[Bsre]:
    server = make_server("127.0.0.1", 0, stand_in.app(), threaded=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield Bsre(f"http://127.0.0.1:{server.server_port}", USER, PASSWORD, answer_within)
    finally:
        stand_in.let_go.set()
        server.shutdown()
        thread.join()
