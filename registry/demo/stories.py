"""The cases of the demo's chats: every resting state of a case and of a document occurs, and so does what an officer is
to notice: a telephone that files for many families, a request made twice, a name that is not the register's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from registry.demo import steps as s
from registry.demo.story import Story

Step = Callable[[Story], None]


@dataclass(frozen=True)
class Plot:
    office: str
    sender: str  # the last two digits of one of SENDERS, or how the address of an office's page ends
    service: str
    steps: tuple[Step, ...] = ()
    brings: bool = False
    family: str = ""  # plots of one name are about the same family
    phone: str = ""  # plots of one name are filed from the same telephone
    misspelt: bool = False  # the name in the chat is not the register's


KK, AKL, KTP = "KK-HR", "AKL", "KTP-BARU"
WEB_PAGE = "web:BPP"
ISSUED = (s.approve, s.render, s.sign_it)
PRINTED = (s.approve, s.get_ready, s.print_it)
POSTED = (*PRINTED, s.choose_post, s.post)

PLOTS = (
    Plot("BPP", "01", KK, family="twice", phone="broker", misspelt=True),
    Plot("BPP", "11", KK, brings=True),
    Plot("BPP", "11", AKL),
    Plot("BPP", "05", KTP),
    Plot("BPP", "01", KK, (s.claim, s.tick), phone="broker"),
    Plot("BPP", "01", KK, (s.ask_again,)),
    Plot("BPP", "01", KK, (s.ask_again, s.correct)),
    Plot("BPP", "01", KK, (s.hold,), family="twice"),
    Plot("BPP", "01", KK, (s.approve,), phone="broker"),
    Plot("BPP", "01", KK, (s.approve, s.render), phone="broker"),
    Plot("BPP", "01", KK, ISSUED, family="twice"),
    Plot("BPP", "01", KTP, (s.approve, s.get_ready)),
    Plot("BPP", "01", KTP, (*PRINTED, s.choose_post)),
    Plot("BPP", "01", KTP, POSTED),
    Plot("BPP", "01", KTP, (*POSTED, s.come_back)),
    Plot("BPP", "01", KTP, (*PRINTED, s.choose_pickup)),
    Plot("SMD", "12", AKL),
    Plot("SMD", "02", KK, (s.claim,)),
    Plot("SMD", "02", KK, (s.approve, s.sent_by_siak)),
    Plot("SMD", "12", AKL, ISSUED),
    Plot("SMD", "02", KK, (*ISSUED, s.revoke)),
    Plot("SMD", "05", KK, (*ISSUED, s.supersede)),
    Plot("SMD", "02", KK, (s.refuse,)),
    Plot("MHU", "03", KK, (s.see_papers, s.claim), brings=True),
    Plot("MHU", "13", AKL, (s.withdraw,)),
    Plot("MHU", "03", KK, (s.hold, s.resume)),
    Plot("MHU", "13", AKL, (s.approve, s.sign_by_hand)),
    Plot("MHU", "15", KTP, (*PRINTED, s.choose_pickup, s.collect)),
    Plot("CLG", "04", KTP, (s.approve,)),
    Plot("CLG", "04", KTP, (s.approve, s.get_ready)),
    Plot("CLG", "04", KTP, (*POSTED, s.come_back)),
    Plot("CLG", "14", KTP, (*PRINTED, s.choose_post)),
    Plot("CLG", "04", KTP, POSTED),
    Plot("CLG", "04", KTP, (*POSTED, s.deliver)),
    Plot("CLG", "14", KTP, (*PRINTED, s.choose_pickup)),
    Plot("BPP", "11", AKL, (s.approve, s.render, s.send_back)),
    Plot("BPP", "01", KK, (s.claim, s.put_right)),
    Plot("BPP", "01", KK, (s.claim, s.ask_several)),
    Plot("BPP", WEB_PAGE, KK),
    Plot("BPP", WEB_PAGE, AKL, ISSUED),
)
