"""What may take its time: receipts and messages that never came, data to be copied or deleted, envelopes under way,
promises that run out. One that fails keeps no other from being done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import structlog

from assembly import cleaning, outside
from assembly.jobs import TimeIsOver
from assembly.parts import Parts
from notifications import page_news
from registry import troubles
from registry.database import is_away
from registry.models import TroubleKind
from registry.models.columns import now
from registry.promises import keep_or_move
from registry.reports.closing import close_due
from registry.vans.serving import close_over

log = structlog.get_logger()

# True, or a number, where the inbox has something new.
CHORES: Mapping[str, Callable[[Parts], object]] = MappingProxyType(
    {
        "receipts": outside.sweep,
        "missed": outside.take_in_missed,
        "copies": cleaning.make_copies,
        "deletions": cleaning.clean_up,
        "reports": lambda parts: close_due(parts.database, now()),
        "vans": lambda parts: close_over(parts.database, now()),
        "page_news": lambda parts: page_news.tell(parts.database, now()),
        "envelopes": outside.follow,
        "promises": lambda parts: keep_or_move(parts.database, now()),
    }
)


def do_all(parts: Parts, chores: Mapping[str, Callable[[Parts], object]] = CHORES) -> bool:
    """Whether somebody's inbox has something new. What failed is among what needs attention until it goes well, and
    comes last the next time: where RQ ends the job in the middle of it, everything else is done by then."""
    with parts.database.reading() as session:
        failed_before = troubles.subjects(session, TroubleKind.CHORE)
    failed, news = dict[str, str](), False
    for name in sorted(chores, key=failed_before.__contains__):
        try:
            news = bool(chores[name](parts)) or news
        except TimeIsOver as fault:
            troubles.note(parts.database, TroubleKind.CHORE, name, fault, None)
            raise
        except Exception as fault:
            if is_away(fault):
                raise
            log.error("chore_failed", chore=name, exc_info=fault)
            failed[name] = type(fault).__name__
    with parts.database.writing() as session:
        troubles.settle(session, TroubleKind.CHORE, failed, now())
    return news
