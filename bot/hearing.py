"""What an inbox row means to the conversation: words, files, news from the office, an officer's word."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlmodel import col, select

from bot.answering.giving_way import keep_for_later
from bot.answering.warning import warned
from bot.captions import files_come
from bot.context import Heard
from bot.effects import Start
from bot.engine import WHILE_OFFICER_TALKS, respond
from bot.flows.welcome import notice_args
from bot.holding import NOT_KEPT_YET, OF, TakenEvent
from bot.lines import QUIET, hear_words, is_short_of, lines_due, wait
from bot.matters.drafts import draft_due, tell_put_away
from bot.matters.news import news
from bot.matters.officer_talk import a_word_came, fallen_silent, officer_word
from bot.matters.patience import not_kept_yet
from bot.matters.rating import rating_due
from bot.meaning.commands import command
from bot.meaning.courtesy import SALAM, after_thanks
from bot.meaning.intents import Label
from bot.meaning.picks import plain
from bot.meaning.tongue import is_english, is_indonesian
from bot.says import Say
from bot.scene import Scene
from bot.state import Frame
from bot.templates import SHOW
from bot.turn import Turn
from notifications.page_news import WEB_NEWS
from notifications.queues import Queue
from registry.inbox import put
from registry.models import Case, Channel, Event, EventKind, EventState, Office, Upload
from registry.models.uploads import IN_WORK
from registry.telling import due
from registry.web_door.codes import WEB_CODE

log = structlog.get_logger()

YES = {"ya", "iya", "y", "ok", "oke", "lihat", "yes", "show", "baik", "siap"}
PAUSE = timedelta(minutes=1)  # what comes sooner belongs to what was just written
UNREAD = timedelta(seconds=40)  # so long the photos that came are waited for
LOOK = timedelta(seconds=1)  # after which it is looked whether they are read
MOST_FILES = 10  # of one message; the carrier sends at most ten


def hear(turn: Turn, event: TakenEvent, scene: Scene) -> None:
    HEARERS[event.kind](turn, event, scene)


def _message(turn: Turn, event: TakenEvent, scene: Scene) -> None:
    body = event.body
    files = body.get("media", [])[:MOST_FILES]
    uploads = [
        Upload(
            contact_id=scene.known.id,
            message_sid=event.message_sid,
            media_sid=file,
            position=position,
            created_at=event.received_at,
        )
        for position, file in enumerate(files)
    ]
    scene.session.add_all(uploads)
    if files:
        scene.wake.add(Queue.UPLOADS)
        files_come(turn.state, uploads, body.get("text", ""), scene)
    _after_a_pause(turn, event.received_at)
    tell_put_away(turn, scene)
    if turn.state.officer_talks:
        a_word_came(scene)
    text = after_thanks(body.get("text", ""))
    heard = Heard(text, body.get("button"), oddity=body.get("oddity"), location=body.get("location"))
    beside_officer = turn.state.officer_talks and command(heard.text) not in WHILE_OFFICER_TALKS
    if not beside_officer and (_in_their_tongue(turn, heard.text, scene) or _first_contact(turn, heard)):
        return None
    if heard.button == SHOW or (scene.released and plain(heard.text) in YES):
        return turn.repeat() if not scene.released else None  # what was held goes out by itself
    if heard.text and not (files or heard.button or heard.oddity or heard.location):
        return hear_words(turn, heard, scene)
    if files or heard.button:
        turn.state.lines = []  # said with the photo, or before another choice
    return None if files else respond(turn, heard)


def _after_a_pause(turn: Turn, at: datetime) -> None:
    """Who waits for an officer and writes again later is not left without a word."""
    before, turn.state.heard_at = turn.state.heard_at, at.isoformat()
    if before and at - datetime.fromisoformat(before) > PAUSE:
        turn.state.acked = False


def _in_their_tongue(turn: Turn, text: str, scene: Scene) -> bool:
    """Who begins in clear English is answered so: with the first message, or the first after a greeting. What leads
    back is shown. At the notice that is read anew, for it is to be understood; in Indonesian as well."""
    state, top = turn.state, turn.state.top
    at_notice = top is not None and turn.context.flows[top.flow].comes_first
    begins = not state.noticed or at_notice or (top is not None and top.passing)
    other = "id" if turn.context.language == "en" else "en"
    speaks = is_english(text) if other == "en" else at_notice and is_indonesian(text)
    if not begins or not speaks:
        return False
    scene.contact.language = other
    turn.context = replace(turn.context, language=other)
    if state.noticed and not at_notice:
        turn.say(Say("language-guessed"))
    if top and at_notice:
        keep_for_later(turn, text)
        top.asked = False
        turn.advance()
    return at_notice


def _first_contact(turn: Turn, heard: Heard) -> bool:
    """The privacy notice comes before anything else, once; on WhatsApp, for its servers abroad, it is a step."""
    if turn.state.noticed:
        return False
    if command(heard.text) == "stop":
        return False  # they hear that, and nothing else
    turn.state.noticed = True
    if turn.context.channel is not Channel.WHATSAPP or heard.button or command(heard.text):
        turn.say(Say("notice", notice_args(turn.talk(Frame("welcome"))) | {"salam": "no"}, separate=True))
        return False
    has_warned = bool(heard.text) and warned(turn, heard.text)
    if has_warned and turn.state.waiting:
        pass  # what else it wants is done after the consent
    elif has_warned:
        turn.start(Start("menu"))
    elif heard.text and turn.context.means(heard.text).label not in (Label.GREET, Label.THANKS):
        turn.state.waiting = heard.text
    else:
        turn.start(Start("menu"))
    turn.start(Start("welcome", facts={"salam": bool(SALAM.search(heard.text))}))
    turn.advance()
    return True


def _upload_judged(turn: Turn, event: TakenEvent, scene: Scene) -> None:
    """From the chat: wait for the other photos of the album, if any come; the quiet began when this one came, not when
    it had been read. From the page: the papers are all there."""
    if papers := event.body.get("papers"):
        return _page_finished(turn, papers)
    state, came = turn.state, scene.session.get_one(Upload, event.body["upload_id"]).created_at
    last = max(came, datetime.fromisoformat(state.album_at)) if state.album_at else came
    if state.album:
        log.info("photo_joins", of=state.album_of)
    else:
        state.album_of = scene.told_as
        wait(scene, "album", came, last)
    state.coming = [number for number in state.coming if number != event.body["upload_id"]]
    state.album.append(event.body["upload_id"])
    state.album_at = last.isoformat()
    return None


def _page_finished(turn: Turn, papers: dict[str, Any]) -> None:
    frame = turn.state.top
    if frame is None:
        return
    known = {step.key for step in turn.context.flows[frame.flow].steps}
    for key, given in papers.items():
        wanted = next((name for name in (f"paper:{key}", "upload") if name in known), None)
        if wanted:
            frame.answers[wanted] = given
    if turn.state.officer_talks:
        return
    turn.say(Say("page-finished"))
    if not turn.state.hushed:
        turn.advance()


def _timer(turn: Turn, event: TakenEvent, scene: Scene) -> None:
    return TIMERS[event.body["name"]](turn, event, scene)


def _album_due(turn: Turn, event: TakenEvent, scene: Scene) -> None:
    """An album is complete when nothing came for a while, and all that came is read: half of one would be asked for
    again. Of one that took too long the rest may come late."""
    state, since = turn.state, datetime.fromisoformat(event.body["since"])
    last = datetime.fromisoformat(state.album_at or event.body["since"])
    if is_short_of(since, scene) and scene.at < last + QUIET:
        return wait(scene, "album", since, last)
    if is_short_of(since, scene, UNREAD) and _more_come(scene):
        return scene.later("album", scene.at + LOOK, since=event.body["since"], **{OF: scene.told_as})
    album, late = turn.files(sorted(state.album)), state.album_told is not None and last.isoformat() < state.album_told
    state.album, state.album_at, state.album_told = [], None, scene.at.isoformat()
    if album:
        respond(turn, Heard(uploads=album, late=late))
    return None


def _more_come(scene: Scene) -> bool:
    """Photos that are being fetched and read, or were a moment ago: their row lies there. One that failed once may take
    long."""
    here = scene.known.id
    fetching = select(Upload.id).where(
        Upload.contact_id == here, col(Upload.link_id).is_(None), IN_WORK, col(Upload.attempts) <= 1
    )
    judged = select(Event.id).where(
        Event.contact_id == here, Event.state == EventState.PENDING, Event.kind == EventKind.UPLOAD_JUDGED
    )
    return any(scene.session.exec(each.limit(1)).first() is not None for each in (fetching, judged))


def _case_event(turn: Turn, event: TakenEvent, scene: Scene) -> None:
    if scene.known.opted_out_at is not None:
        return turn.state.keep_back(event.body)
    if turn.state.officer_talks:
        return turn.state.postponed.append(event.body)
    if (morning := _not_at_night(event.body, scene)) > scene.at:
        put(scene.session, scene.known.id, scene.known.channel, event.kind, event.body, due_at=morning)
        return None
    top = turn.state.top
    if top and turn.context.flows[top.flow].gives_way:
        top.passing = True  # an idle menu is no conversation to come back to
    if told := news(event.body, scene):
        turn.settle(told)
    return None


def _not_at_night(body: dict[str, Any], scene: Scene) -> datetime:
    """A notice was due by day; that nobody was there to tell it until now wakes no citizen."""
    office_id = body.get("office_id") or scene.session.get_one(Case, body["case_id"]).office_id
    return due(scene.contact, scene.session.get_one(Office, office_id), scene.at)


def _officer_word(turn: Turn, event: TakenEvent, scene: Scene) -> None:
    if told := officer_word(event.body, scene):
        turn.settle(told)


def _talk_due(turn: Turn, event: TakenEvent, scene: Scene) -> None:
    if told := fallen_silent(event.body, scene):
        turn.settle(told)


def _draft_due(turn: Turn, event: TakenEvent, scene: Scene) -> None:
    draft_due(turn, event.body, scene)


def _rating_due(turn: Turn, event: TakenEvent, scene: Scene) -> None:
    if asked := rating_due(event.body, scene):
        turn.settle(asked)


def _web_code(turn: Turn, event: TakenEvent, scene: Scene) -> None:
    """Asked for on the page; what is open in this chat stays open, and is not asked anew."""
    turn.say(Say("web-code", {"code": event.body["code"]}, separate=True, secret=True))


def _web_news(turn: Turn, event: TakenEvent, scene: Scene) -> None:
    office = scene.office_by_id(event.body["office_id"])
    turn.say(Say("web-news", {"office": office.name, "link": f"{scene.public_url}/laman/{office.code}"}, separate=True))


# Set by what the citizen sent or asked for: what they bring is an answer.
OWN_TIMERS = ("album", "lines", WEB_CODE, NOT_KEPT_YET)
TIMERS = {
    "album": _album_due, "lines": lines_due, "quiet": _talk_due, "draft": _draft_due, "rating": _rating_due,
    NOT_KEPT_YET: not_kept_yet, WEB_CODE: _web_code, WEB_NEWS: _web_news,
    "van_reminder": _case_event, "van_changed": _case_event,
}  # fmt: skip
HEARERS = {
    EventKind.MESSAGE: _message,
    EventKind.UPLOAD_JUDGED: _upload_judged,
    EventKind.TIMER: _timer,
    EventKind.CASE_EVENT: _case_event,
    EventKind.OFFICER_WORD: _officer_word,
}
