"""One file per screen. Importing them declares their routes."""

from backoffice.views import case, documents, files, login, papers, post, printing, queue, search, signing, tickets

SCREENS = (login, queue, search, case, papers, documents, files, tickets, signing, printing, post)
