"""A job as our workers do it: it ends when its time is over, and what fails in it is told by its kind and place, never
by its words."""

from __future__ import annotations

from typing import Any

import structlog
from rq.job import Job
from rq.timeouts import JobTimeoutException, UnixSignalDeathPenalty

log = structlog.get_logger()


class TimeIsOver(BaseException):
    """RQ ends the job. Whoever bears with anything that one row or one chore raises does not bear with this."""


class Ending(UnixSignalDeathPenalty):
    def __init__(self, timeout: int, exception: type[BaseException] = JobTimeoutException, **given: Any) -> None:
        super().__init__(timeout, TimeIsOver if exception is JobTimeoutException else exception, **given)  # type: ignore[no-untyped-call]


class JobFailed(Exception):
    """Says the class of what was raised, and nothing else."""


class WordlessJob(Job):
    """RQ writes what a failed job raised into its log and keeps it in Redis for a day: it may quote a citizen."""

    def perform(self) -> Any:
        try:
            return super().perform()
        except (Exception, TimeIsOver) as fault:
            log.error("job_failed", job=self.func_name, exc_info=fault)
            failed = JobFailed(type(fault).__name__)
        raise failed  # outside of the handler: it has no cause and no context
