"""Twilio's error codes and what helps after each."""

from __future__ import annotations

import json

from twilio.base.exceptions import TwilioException, TwilioRestException, TwilioServiceException
from twilio.http.response import Response

from notifications.channels.carrier import AnswerLost, DeliveryFailed, Remedy

# Our own rates, and a telephone that is off: not that the carrier were down.
RATES = (20429, 63018, 63017)
FILE_NOT_FETCHED = (63019, 11200)  # our web was away for a moment
NOT_ITS_FAULT = frozenset(("429", "30003", *map(str, (*RATES, *FILE_NOT_FETCHED))))

WRONG_TOKEN = 20003

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
    **dict.fromkeys((*RATES, WRONG_TOKEN), Remedy.WHEN_BACK),
    # The carrier's own failures.
    **dict.fromkeys((30001, 30004, 30005, 30006, 30007, 30008, 21611, 63012), Remedy.AGAIN),
}  # fmt: skip


def remedy_for(code: str) -> Remedy:
    """A code of the table, or none: an unknown refusal is not tried again."""
    return REMEDIES.get(int(code), Remedy.NONE) if code.isdecimal() else Remedy.NONE


def failure(error: TwilioException) -> DeliveryFailed | AnswerLost:
    """What the answer to a call means. A 5xx says nothing about whether the message was taken."""
    answer = _answer(error)
    if answer is None:
        return AnswerLost(type(error).__name__)
    status, code = answer
    if status == 429:
        return DeliveryFailed(code, Remedy.WHEN_BACK)
    if status >= 500:
        return AnswerLost(code)
    return DeliveryFailed(code, remedy_for(code))


def _answer(error: TwilioException) -> tuple[int, str] | None:
    """The HTTP status and Twilio's code. Of a list the library raises its plainest error, with the answer in it."""
    if isinstance(error, TwilioRestException | TwilioServiceException):
        return int(error.status), str(error.code or error.status)
    answer = next((each for each in error.args if isinstance(each, Response)), None)
    return (answer.status_code, _code(answer)) if answer else None


def _code(answer: Response) -> str:
    try:
        return str(json.loads(answer.text)["code"])
    except (ValueError, KeyError, TypeError):
        return str(answer.status_code)
