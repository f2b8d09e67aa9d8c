"""Are the ports free? Asked before anything starts."""

from __future__ import annotations

import errno
import socket
from collections.abc import Mapping


def taken(ports: Mapping[str, str]) -> list[str]:
    """One sentence for each port (setting name: number) that cannot be had."""
    return [complaint for setting, port in ports.items() if (complaint := _complaint(setting, port))]


def _complaint(setting: str, port: str) -> str | None:
    if not port.isdecimal() or not 0 < int(port) < 65536:
        return f"{setting} must be a number from 1 to 65535."
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # what ended a moment ago is not in the way
        try:
            listener.bind(("127.0.0.1", int(port)))
            listener.listen()
        except OSError as error:
            reason = "is taken" if error.errno == errno.EADDRINUSE else f"cannot be used ({error.strerror})"
            return f"Port {port} {reason}. Stop what listens there, or choose another with {setting} in .env."
    return None
