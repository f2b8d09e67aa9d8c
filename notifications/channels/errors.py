"""Twilio's error codes and what helps after each."""

from __future__ import annotations

from twilio.base.exceptions import TwilioRestException, TwilioServiceException

from notifications.channels.carrier import AnswerLost, DeliveryFailed, Remedy

# Our own rates, and a telephone that is off: not that the carrier were down.
RATES = (20429, 63018, 63017)
FILE_NOT_FETCHED = (63019, 11200)  # our web was away for a moment
NOT_ITS_FAULT = frozenset(("429", "30003", *map(str, (*RATES, *FILE_NOT_FETCHED))))

REMEDIES: dict[int, Remedy] = {
    63016: Remedy.TEMPLATE,
    30003: Remedy.ONCE_MORE,
    **dict.fromkeys((63003, 63024, 21211, 21614), Remedy.BAD_ADDRESS),
    **dict.fromkeys((63014, 63033, 21610), Remedy.BLOCKED),
    **dict.fromkeys(
        (63005, 63013, 63021, 11751, 12300, 21620, 21623, 21617, 21658), Remedy.OUR_CONTENT
    ),
    **dict.fromkeys(FILE_NOT_FETCHED, Remedy.AGAIN),
    # The rates of the account, of one sender and of one person; a wrong token is the operator's to mend.
    **dict.fromkeys((*RATES, 20003), Remedy.WHEN_BACK),
    # The carrier's own failures.
    **dict.fromkeys((30001, 30004, 30005, 30006, 30007, 30008, 21611, 63012), Remedy.AGAIN),
}  # fmt: skip


def remedy_for(code: str) -> Remedy:
    """A code of the table, or none: an unknown refusal is not tried again."""
    return REMEDIES.get(int(code), Remedy.NONE) if code.isdecimal() else Remedy.NONE


def failure(error: TwilioRestException | TwilioServiceException) -> DeliveryFailed | AnswerLost:
    """What the answer to a call means. A 5xx says nothing about whether the message was taken."""
    code = str(error.code or error.status)
    if error.status == 429:
        return DeliveryFailed(code, Remedy.WHEN_BACK)
    if error.status >= 500:
        return AnswerLost(code)
    return DeliveryFailed(code, remedy_for(code))
