"""Who may call the REST API, and which faults a call meets before it is looked at."""

from __future__ import annotations

import hmac
import time

from flask import Request, g, request

from simulator.carrier import Carrier, carrier
from simulator.faults import CallFault
from simulator.refusals import NOT_FOUND, UNAUTHORIZED, Refusal

LONGEST_FREEZE_SECONDS = 300.0


def guard() -> None:
    """Runs before every API call: latency, account, then the faults that answer at once."""
    here = carrier()
    if here.faults.plan.latency_ms:
        time.sleep(here.faults.plan.latency_ms / 1000)
    check_account(here, request)
    creates = request.method == "POST" and request.path.endswith("/Messages.json")
    g.fault = fault = here.faults.of_call(creates)
    if fault and fault.kind == "refuse":
        raise Refusal(fault.code)
    if fault and fault.kind == "freeze":
        here.faults.changed.wait(LONGEST_FREEZE_SECONDS)
        cut_line()


def check_account(here: Carrier, call: Request) -> None:
    """Basic authentication with the account's SID and token; another account's path is not found."""
    given = call.authorization
    pair = f"{given.username}:{given.password}" if given else ""
    if not hmac.compare_digest(pair.encode(), f"{here.account.sid}:{here.account.token}".encode()):
        raise Refusal(UNAUTHORIZED, "Authenticate")
    if (call.view_args or {}).get("account", here.account.sid) != here.account.sid:
        raise missing()


def missing() -> Refusal:
    return Refusal(NOT_FOUND, f"The requested resource {request.path} was not found")


def forced_code() -> int | None:
    """The code this call's message shall fail with by receipt."""
    fault: CallFault | None = g.fault
    return fault.code if fault and fault.kind == "fail" else None


def cut_line_if_told() -> None:
    """Accepted, but the caller never hears so."""
    fault: CallFault | None = g.fault
    if fault and fault.kind == "timeout":
        carrier().faults.changed.wait(fault.seconds)
        cut_line()


def cut_line() -> None:
    # The server closes the connection without an answer when a view raises this.
    raise ConnectionAbortedError
