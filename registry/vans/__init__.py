"""Mobile enrolment vans: their rounds, single visits, and who comes."""
