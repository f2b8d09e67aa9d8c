"""The handset page and its sample files."""

from __future__ import annotations

from flask import Blueprint, Response, abort, current_app, jsonify
from flask.typing import ResponseReturnValue

from simulator.samples import SAMPLES, draw

page = Blueprint("page", __name__)


@page.get("/")
def index() -> ResponseReturnValue:
    return current_app.send_static_file("index.html")


@page.get("/simulator/samples")
def samples() -> ResponseReturnValue:
    return jsonify([{"file": file, "label": sample.label} for file, sample in SAMPLES.items() if sample.label])


@page.get("/simulator/samples/<file>")
def sample(file: str) -> ResponseReturnValue:
    if file not in SAMPLES:
        abort(404)
    return Response(draw(file), content_type=SAMPLES[file].content_type)
