"""Makes an installation ready for a trial: tables up to date, demo data in. `python -m assembly.filling` does both."""

from __future__ import annotations

import sys
from pathlib import Path

from sqlalchemy import make_url
from sqlmodel import select

from assembly.parts import Parts, parts
from registry.migrating import migrate
from registry.models import Office
from registry.models.columns import now

DEMO_ROOT = Path("var/demo-root.pem")  # what the demo's signatures chain to, for TRUSTED_SIGNERS


def bring_up_to_date(parts: Parts) -> None:
    url = make_url(parts.settings.database_url)
    if parts.database.is_sqlite and url.database:
        Path(url.database).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    migrate(parts.database)


def fill(parts: Parts) -> bool:
    """Says whether it did: an installation that has offices stays as it is."""
    with parts.database.reading() as session:
        if session.exec(select(Office.id).limit(1)).first() is not None:
            return False
    return _fill_empty(parts)


def _fill_empty(parts: Parts) -> bool:
    from registry import demo  # it draws papers and signs: nobody else needs to load that
    from registry.places.regions import load_regions

    at = now()
    authority = demo.make_authority(at)
    means = demo.Means(parts.store, load_regions(), parts.settings.public_url, authority)
    with parts.database.writing() as session:
        filled = demo.demo_data(session, at, means)
        if filled:
            DEMO_ROOT.parent.mkdir(exist_ok=True)
            DEMO_ROOT.write_bytes(authority.root_pem)
    return filled


if __name__ == "__main__":
    bring_up_to_date(parts())
    if fill(parts()):
        sys.stdout.write("The demo data is in.\n")
