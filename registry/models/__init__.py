"""The tables, one file per subject. Importing this package knows them all."""

from registry.models.audit import AuditEntry
from registry.models.cards import Blank, BlankBook, BlankEntry, Device, DeviceKind, DeviceState, Movement
from registry.models.cases import AnswerChange, Case, CaseWord, Paper, PaperState
from registry.models.complaints import Complaint
from registry.models.contacts import Carriage, Channel, Contact, Conversation, KnownContact, Office, Sender
from registry.models.documents import CarrierStatus, Consignment, Document, DownloadLink, OldCard, Shipment, SigningTry
from registry.models.erasure import Night, Remnant, RemnantKind
from registry.models.events import Content, Event, EventKind, EventState, Outgoing, OutgoingKind, OutgoingState
from registry.models.families import Filing, Helper, HelperRole
from registry.models.form_door import AnswerState, FormAnswer, WebForm
from registry.models.handouts import Handout
from registry.models.lending import Loan, Quota
from registry.models.letters import Letter
from registry.models.modems import Modem
from registry.models.notes import Note
from registry.models.offices import ServiceRule, Substitute
from registry.models.population import CheckState, LookUps, RegisterCheck, Unchecked
from registry.models.ratings import Rating
from registry.models.reports import DailyReport
from registry.models.residents import Resident
from registry.models.rights import DataRequest, DataRequestKind, DataRequestState
from registry.models.staff import Officer, SecondFactor
from registry.models.suket import SuketHolder
from registry.models.tickets import CannedReply, CloseReason, Enclosure, Ticket, TicketNote, TicketState
from registry.models.ticks import Tick
from registry.models.troubles import LeftUndone, StuckKind, Trouble, TroubleKind
from registry.models.uploads import Upload, UploadLink, UploadState
from registry.models.vans import BookingState, Every, RoundKind, VanBooking, VanEntry, VanRound, VanVisit, VisitState
from registry.models.web_door import StatusTry, WebCode, WebVisit

__all__ = [
    "AnswerChange",
    "AnswerState",
    "AuditEntry",
    "Blank",
    "BlankBook",
    "BlankEntry",
    "BookingState",
    "CannedReply",
    "Carriage",
    "CarrierStatus",
    "Case",
    "CheckState",
    "CloseReason",
    "CaseWord",
    "Channel",
    "Complaint",
    "Consignment",
    "Contact",
    "Content",
    "Conversation",
    "DailyReport",
    "DataRequest",
    "DataRequestKind",
    "DataRequestState",
    "Device",
    "DeviceKind",
    "DeviceState",
    "Document",
    "DownloadLink",
    "Enclosure",
    "Event",
    "EventKind",
    "EventState",
    "Every",
    "KnownContact",
    "LookUps",
    "Modem",
    "Movement",
    "Night",
    "Note",
    "Filing",
    "FormAnswer",
    "Handout",
    "Helper",
    "HelperRole",
    "LeftUndone",
    "Letter",
    "Loan",
    "Office",
    "Officer",
    "OldCard",
    "Outgoing",
    "OutgoingKind",
    "OutgoingState",
    "Paper",
    "PaperState",
    "Quota",
    "Rating",
    "RegisterCheck",
    "Remnant",
    "RemnantKind",
    "Resident",
    "RoundKind",
    "SecondFactor",
    "Sender",
    "ServiceRule",
    "StatusTry",
    "StuckKind",
    "Substitute",
    "SuketHolder",
    "Shipment",
    "SigningTry",
    "Tick",
    "Ticket",
    "TicketNote",
    "TicketState",
    "Trouble",
    "TroubleKind",
    "Unchecked",
    "Upload",
    "UploadLink",
    "UploadState",
    "VanBooking",
    "VanEntry",
    "VanRound",
    "VanVisit",
    "VisitState",
    "WebCode",
    "WebForm",
    "WebVisit",
]
