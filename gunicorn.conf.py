"""How gunicorn serves `wsgi:create_app()`; what differs between installations comes from the settings."""

import gc
from typing import Any

from assembly import logs
from assembly.parts import read_settings

_settings = read_settings()

bind = f"127.0.0.1:{_settings.port}"
worker_class = "assembly.serving.Threads"  # gunicorn's own, that count who waits for one
threads = _settings.web_threads
preload_app = True  # imported once, shared with the workers
loglevel = "warning"
control_socket_disable = True  # it would write a socket into the home folder


# What a turn makes is gone at its end: to look for garbage every 700 objects, as Python does, took 2 % of its time.
gc.set_threshold(10_000, 10, 10)


def pre_fork(server: Any, worker: Any) -> None:
    """What was loaded stays: nobody looks through it for garbage, and its pages stay shared."""
    gc.collect()
    gc.freeze()


def on_starting(server: Any) -> None:
    """Its own lines in our form: one JSON entry each."""
    logs.configure()
    server.log.error_log.handlers.clear()
    server.log.error_log.propagate = True
