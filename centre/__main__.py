"""Starts the stand-in: `python -m centre --port 8050 --user loket --key rahasia-contoh`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from contextlib import suppress
from pathlib import Path

from werkzeug.serving import make_server

from centre import people
from centre.app import VERIFY, Centre

HOST = "127.0.0.1"


def main() -> None:
    given = _arguments()
    centre = Centre(people.read(given.people), given.user, given.key, given.quota)
    server = make_server(HOST, given.port, centre.app(), threaded=True)
    sys.stdout.write(f"centre: population data on http://{HOST}:{server.port}{VERIFY}\n")
    sys.stdout.flush()
    with suppress(KeyboardInterrupt):
        server.serve_forever()


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m centre", description="A local stand-in for the population data service.")
    parser.add_argument("--port", type=int, default=8050, help="0 takes a free one, and tells which")
    parser.add_argument("--user", default="loket")
    parser.add_argument("--key", default="rahasia-contoh")
    parser.add_argument("--quota", type=int, help="how many look-ups it answers; any number without it")
    parser.add_argument("--people", type=Path, default=people.EVERYBODY, help="CSV: nik,kk_number,name,born_on")
    return parser.parse_args()


if __name__ == "__main__":
    main()
