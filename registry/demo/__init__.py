"""Demo data: four offices, their officers, a register of made-up residents, and cases on their way."""

from registry.demo.filling import Means, demo_data
from registry.demo.offices import SENDERS
from registry.demo.staff import PASSWORD, make_authority

__all__ = ["PASSWORD", "SENDERS", "Means", "demo_data", "make_authority"]
