"""The page for papers keeps its address while it is open: an SMS says it again, and the first one still works."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from sqlmodel import select

from registry.database import Database
from registry.models import UploadLink
from tests.transcripts.chat import Chat
from tests.transcripts.scripts import opening

TO_THE_PAPERS = ("AKL#6471044506900000#6471041203150000#Bima Contoh#12-11-2026#Balikpapan", *"11112")


@pytest.fixture
def chat(sqlite_url: str) -> Iterator[Chat]:
    database = Database(sqlite_url)
    chat = opening(database)({"channel": "sms", "papers": "page"})
    for line in (*TO_THE_PAPERS, "apa ya?"):
        chat.play(f"> {line}")
    yield chat
    database.dispose()


def test_a_page_that_is_open_is_given_again(chat: Chat) -> None:
    said = [link for message in chat.told for link in re.findall(r"/u/[\w-]+", message.text)]
    assert len(said) > 1 and len(set(said)) == 1 and chat.links() == 1


def test_one_that_was_used_is_not(chat: Chat) -> None:
    with chat.database.writing() as session:
        session.exec(select(UploadLink)).one().used_at = chat.at
    chat.play("> asdf qwer")
    assert chat.links() == 2
