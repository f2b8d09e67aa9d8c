"""`flask content` where nobody answers: what to look at, and no trace of the program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from threading import Thread

import pytest
from flask import Flask
from werkzeug.serving import make_server

from assembly.parts import join
from settings import Settings
from wsgi import create_app


@pytest.mark.parametrize("command", [("list",), ("show", "case_told"), ("push",)])
def test_a_carrier_that_is_not_there_is_named(settings: Settings, sqlite_url: str, command: tuple[str, ...]) -> None:
    app = create_app(join(replace(settings, database_url=sqlite_url)))
    result = app.test_cli_runner().invoke(args=("content", *command))
    assert result.exit_code == 1
    assert result.output.startswith("Error: http://127.0.0.1:1 could not be asked: unreachable. Look at TWILIO_API_URL")


@pytest.fixture
def strict_carrier() -> Iterator[str]:
    """Where no token does."""
    app = Flask(__name__)
    app.before_request(lambda: ({"code": 20003, "status": 401, "message": "Authenticate"}, 401))
    server = make_server("127.0.0.1", 0, app)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.mark.parametrize("command", [("list",), ("show", "case_told"), ("push",)])
def test_a_wrong_token_is_named(
    settings: Settings, sqlite_url: str, strict_carrier: str, command: tuple[str, ...]
) -> None:
    app = create_app(join(replace(settings, database_url=sqlite_url, twilio_api_url=strict_carrier)))
    result = app.test_cli_runner().invoke(args=("content", *command))
    assert result.exit_code == 1
    assert result.output.startswith(f"Error: {strict_carrier} does not let us in (20003): TWILIO_AUTH_TOKEN is not")
