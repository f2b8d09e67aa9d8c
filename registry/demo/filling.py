"""Fills an empty installation so that the first look shows an office at work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlmodel import Session, select

from registry import inbox
from registry.audit import sealing
from registry.demo.citizens import Wish, address, families, misspelt, wish
from registry.demo.offices import make_offices, make_senders
from registry.demo.population import RINAS_KK, YOUTHS_KK, population
from registry.demo.reports import make_reports
from registry.demo.rights import claim_rights
from registry.demo.staff import Staff, make_province, make_staff
from registry.demo.stock import stock_up
from registry.demo.stories import PLOTS, Plot
from registry.demo.story import Story
from registry.demo.suket import list_holders
from registry.demo.talks import TALKS, talk
from registry.demo.vans import send_out
from registry.demo.visits import VISITS, visit
from registry.demo.web_forms import fill_form
from registry.issuing.certificates import Authority
from registry.models import Channel, Contact, Event, EventKind, EventState, Office, Resident, Sender
from registry.models.contacts import WINDOW, bare
from registry.offices.reaching import new_contact
from registry.places.regions import Regions
from registry.residents import Person, enrol
from registry.uploads.store import ObjectStore


@dataclass(frozen=True)
class Means:
    """What the demo needs beside the database. The authority signs the keys of the signatories."""

    store: ObjectStore
    regions: Regions
    public_url: str
    authority: Authority


@dataclass(frozen=True)
class Town:
    office: Office
    staff: Staff
    homes: Iterator[list[Person]]
    families: dict[str, list[Person]] = field(default_factory=dict)  # by the name that plots give them
    phones: dict[str, Contact] = field(default_factory=dict)


def demo_data(session: Session, at: datetime, means: Means) -> bool:
    """Fills an empty installation and says whether it did. It renders and signs in the transaction: nobody waits."""
    if session.exec(select(Office)).first() is not None:
        return False
    people = population(means.regions)
    if session.exec(select(Resident)).first() is None:
        enrol(session, people)
    offices = make_offices(session)
    senders = make_senders(session, offices)
    make_province(session)
    towns = {
        code: Town(office, make_staff(session, office, means.authority, means.store, at), _homes(people, office))
        for code, office in offices.items()
    }
    for town in towns.values():
        stock_up(session, town.office, town.staff, at)
    for number, (opened, plot) in enumerate(_oldest_first(at)):
        sender = next(sender for sender in senders.values() if sender.address.endswith(plot.sender))
        town = towns[plot.office]
        contact = town.phones.get(plot.phone) or _contact(session, sender, town.office, number, opened)
        if plot.phone:
            town.phones[plot.phone] = contact
        _play(_begin(session, means, town, contact, plot, opened, at), plot)
    for place, town in enumerate(towns.values()):
        own = [sender for sender in senders.values() if sender.office_id == town.office.id]
        first = 60 + place * TALKS
        contacts = [_contact(session, own[0], town.office, first + number, at) for number in range(TALKS)]
        talk(session, town.office, town.staff, contacts, at)
        visit(session, town.staff, (_wish(town, VISITS[0], at), _wish(town, VISITS[1], at)), at)
        claim_rights(session, town.office, contacts, at)
        send_out(session, town.office, town.staff, contacts, means.regions, at)
    make_reports(session, offices.values(), at)
    session.flush()
    balikpapan = towns["BPP"]
    fill_form(session, balikpapan.office, balikpapan.staff, _wish(balikpapan, VISITS[0], at), at)
    list_holders(session, towns["BPP"].office, towns["BPP"].staff, at)
    _quieten(session, at)
    while sealing.seal(session):
        pass
    return True


def _oldest_first(at: datetime) -> list[tuple[datetime, Plot]]:
    """When each case was opened: long enough ago for its steps and a weekend, an untouched one hours ago."""
    opened = [
        (at - timedelta(days=1.4 * len(plot.steps) + (2.2 if plot.steps else 0), hours=2 + number), plot)
        for number, plot in enumerate(PLOTS)
    ]
    return sorted(opened, key=lambda one: one[0])


def _begin(
    session: Session, means: Means, town: Town, contact: Contact, plot: Plot, opened: datetime, now: datetime
) -> Story:
    """The next family of the town that needs the plot's service."""
    home, wanted = _found(town, plot, opened)
    return Story(
        session=session,
        store=means.store,
        regions=means.regions,
        public_url=means.public_url,
        office=town.office,
        staff=town.staff,
        contact=contact,
        wish=misspelt(wanted) if plot.misspelt else wanted,
        post_address=address(home, bare(contact.address)),
        now=now,
        at=opened,
    )


def _found(town: Town, plot: Plot, at: datetime) -> tuple[list[Person], Wish]:
    home = town.families.get(plot.family)
    again = wish(plot.service, home, at.date()) if home else None
    if home and again:
        return home, again
    home, wanted = _next(town, plot.service, at)
    if plot.family:
        town.families[plot.family] = home
    return home, wanted


def _next(town: Town, service: str, at: datetime) -> tuple[list[Person], Wish]:
    return next((home, wanted) for home in town.homes if (wanted := wish(service, home, at.date())) is not None)


def _wish(town: Town, service: str, at: datetime) -> Wish:
    return _next(town, service, at)[1]


def _play(story: Story, plot: Plot) -> None:
    body = {"text": story.wish.words}
    inbox.put(story.session, story.contact.id, story.contact.channel, EventKind.MESSAGE, body, due_at=story.at)
    story.contact.window_until = max(story.contact.window_until or story.at, story.at + WINDOW)
    story.open(brings=plot.brings)
    for step in plot.steps:
        step(story)


def _contact(session: Session, sender: Sender, office: Office, number: int, at: datetime) -> Contact:
    prefix = "" if sender.channel is Channel.SMS else f"{sender.channel}:"
    return new_contact(session, office, sender, f"{prefix}+62812000005{number:02d}", at)


def _homes(people: Sequence[Person], office: Office) -> Iterator[list[Person]]:
    """Without the two families who are left to whoever tries the demo."""
    return (home for home in families(people, office.region) if home[0].kk_number not in (RINAS_KK, YOUTHS_KK))


def _quieten(session: Session, at: datetime) -> None:
    """All notices count as sent long ago: nobody has these numbers."""
    session.flush()
    for event in session.exec(select(Event).where(Event.state == EventState.PENDING)):
        event.state = EventState.PROCESSED
        event.due_at = event.received_at = event.processed_at = min(event.due_at, at)
    session.flush()
