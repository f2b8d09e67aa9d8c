"""/laman/<code>: the chat on an office's page, as plain forms that need no script."""
