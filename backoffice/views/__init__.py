"""One file per screen. Importing them declares their routes."""

from backoffice.views import (
    case,
    complaints,
    data_requests,
    documents,
    files,
    forms,
    helpers,
    login,
    papers,
    post,
    printing,
    queue,
    search,
    signing,
    tickets,
    today,
)

SCREENS = (
    login,
    today,
    queue,
    search,
    case,
    papers,
    documents,
    forms,
    files,
    tickets,
    complaints,
    data_requests,
    helpers,
    signing,
    printing,
    post,
)
