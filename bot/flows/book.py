"""All flows by name: those written here, and one for each service."""

from __future__ import annotations

from collections.abc import Mapping

from bot.flow import Flow
from bot.flows import (
    activation,
    amend,
    complaint,
    correction,
    delete_data,
    handover,
    language,
    my_data,
    rating,
    release,
    status,
    vans,
    welcome,
    which,
    withdraw,
)
from bot.flows.application import application
from bot.flows.asked_again import asked_again
from bot.flows.menu import menu
from registry.catalogue import Catalogue


def flow_book(catalogue: Catalogue) -> Mapping[str, Flow]:
    written = (
        welcome,
        status,
        language,
        complaint,
        correction,
        handover,
        release,
        my_data,
        delete_data,
        which,
        withdraw,
        amend,
    )
    flows = (
        *(each.FLOW for each in written),
        rating.FLOW,
        rating.COMMENT,
        vans.FLOW,
        vans.BOOK,
        activation.FLOW,
        menu(catalogue),
        *(application(catalogue, code) for code in catalogue),
        *(asked_again(catalogue, code) for code, service in catalogue.items() if not service.tells),
    )
    return {flow.name: flow for flow in flows}
