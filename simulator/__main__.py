"""Starts the simulator: `python -m simulator --port 8040 --product http://127.0.0.1:8000 ...`."""

from __future__ import annotations

import re
import socket
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from contextlib import suppress
from pathlib import Path

from werkzeug.serving import make_server

from simulator.account import Account, Sender
from simulator.app import create_app
from simulator.carrier import build_carrier
from simulator.connection import Connection

HOST = "127.0.0.1"


def main() -> None:
    given = _arguments()
    listener = _listen(given.port)
    account = Account(given.account, given.token, given.product, tuple(given.sender))
    app = create_app(build_carrier(account, given.contents))
    server = make_server(HOST, given.port, app, threaded=True, request_handler=Connection, fd=listener.fileno())
    sys.stdout.write(f"simulator: handsets on http://{HOST}:{given.port}/\n")
    sys.stdout.flush()
    with suppress(KeyboardInterrupt):
        server.serve_forever()


def _listen(port: int) -> socket.socket:
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
    except OSError:
        sys.exit(f"simulator: port {port} is taken; stop what listens there or choose another with --port")
    listener.listen(256)
    return listener


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m simulator", description="A local Twilio and two handsets.")
    parser.add_argument("--port", type=int, default=8040)
    parser.add_argument("--product", required=True, help="base URL that gets the webhooks, its PUBLIC_URL")
    parser.add_argument("--account", required=True, type=_account_sid, help="AC and 32 hexadecimal digits")
    parser.add_argument("--token", required=True, help="the account's auth token")
    parser.add_argument("--sender", required=True, action="append", type=_sender, help="address=label, repeatable")
    parser.add_argument("--contents", type=Path, help="file that keeps contents over a restart")
    return parser.parse_args()


def _account_sid(text: str) -> str:
    if not re.fullmatch(r"AC[0-9a-f]{32}", text):
        raise ArgumentTypeError("an account SID is AC and 32 lower case hexadecimal digits")
    return text


def _sender(text: str) -> Sender:
    try:
        return Sender.parse(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from error


if __name__ == "__main__":
    main()
