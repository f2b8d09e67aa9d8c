"""What a modem and the network say when an SMS does not go, and what helps."""

from __future__ import annotations

from notifications.channels.carrier import Remedy

PREFIX = "gammu-"
AWAY = f"{PREFIX}away"  # SMSD's database does not answer, or no modems are set up at all
NOT_SENT = f"{PREFIX}send"  # with the network's reason behind it, where it gave one
NOT_DELIVERED = f"{PREFIX}report"  # with the state a delivery report told

# Why the network did not take it: 3GPP TS 24.011, and the modem's own from 300 on: TS 27.005.
SENDING: dict[int, Remedy] = {
    **dict.fromkeys((1, 28, 30), Remedy.BAD_ADDRESS),
    # No credit, a SIM whose time is over, a bar on it, no SIM, its PIN, no number of a message centre.
    **dict.fromkeys((8, 10, 21, 29, 50, 69, 310, 311, 312, 313, 315, 316, 317, 318, 330), Remedy.OUR_SIM),
    27: Remedy.AGAIN,
    # No network here, or one that takes nothing.
    **dict.fromkeys((38, 41, 42, 47, 331, 332, 500), Remedy.WHEN_BACK),
}
# What a report says in the end: 3GPP TS 23.040, TP-Status.
REPORTED: dict[int, Remedy] = dict.fromkeys((65, 67), Remedy.BAD_ADDRESS)


def sending(code: int) -> str:
    return f"{NOT_SENT}-{code}" if code > 0 else NOT_SENT


def reported(state: int) -> str:
    return f"{NOT_DELIVERED}-{state}"


def remedy_for(reason: str) -> Remedy:
    kind, _, code = reason.removeprefix(PREFIX).partition("-")
    number = int(code) if code.isdecimal() else 0
    match f"{PREFIX}{kind}":
        case "gammu-away":
            return Remedy.WHEN_BACK
        case "gammu-send":
            return SENDING.get(number, Remedy.ONCE_MORE)
        case _:
            return REPORTED.get(number, Remedy.NONE)
