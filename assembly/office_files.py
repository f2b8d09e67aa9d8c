"""Files of registry/offices that belong to no office: nobody goes by what is in it."""

from __future__ import annotations

from collections.abc import Sequence

import structlog
from sqlmodel import Session, select

from registry.catalogue import Catalogue
from registry.models import Office

log = structlog.get_logger()


def of_no_office(session: Session, catalogue: Catalogue) -> Sequence[str]:
    """Their names; none while no office is founded."""
    codes = {code.upper() for code in session.exec(select(Office.code))}
    return [name for code, name in catalogue.office_files.items() if codes and code not in codes]


def tell(session: Session, catalogue: Catalogue) -> None:
    """At the start. The rest of the installation works, so nothing is stopped."""
    for name in of_no_office(session, catalogue):
        log.warning("office_file_of_no_office", file=f"registry/offices/{name}", advice="name it by the office's code")
