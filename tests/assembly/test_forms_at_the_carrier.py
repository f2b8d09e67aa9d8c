"""`flask content` where nobody answers: what to look at, and no trace of the program."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assembly.parts import join
from settings import Settings
from wsgi import create_app


@pytest.mark.parametrize("command", [("list",), ("show", "case_told"), ("push",)])
def test_a_carrier_that_is_not_there_is_named(settings: Settings, sqlite_url: str, command: tuple[str, ...]) -> None:
    app = create_app(join(replace(settings, database_url=sqlite_url)))
    result = app.test_cli_runner().invoke(args=("content", *command))
    assert result.exit_code == 1
    assert result.output.startswith("Error: http://127.0.0.1:1 could not be asked: unreachable. Look at TWILIO_API_URL")
