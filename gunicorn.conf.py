"""How gunicorn serves `wsgi:create_app()`; what differs between installations comes from the settings."""

from typing import Any

from assembly import logs
from assembly.parts import read_settings

_settings = read_settings()

bind = f"127.0.0.1:{_settings.port}"
worker_class = "gthread"
threads = _settings.web_threads
preload_app = True  # imported once, shared with the workers
loglevel = "warning"
control_socket_disable = True  # it would write a socket into the home folder


def on_starting(server: Any) -> None:
    """Its own lines in our form: one JSON entry each."""
    logs.configure()
    server.log.error_log.handlers.clear()
    server.log.error_log.propagate = True
