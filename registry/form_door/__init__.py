"""The door of an office's own forms: their answers become requests in the same queue, read by the chat's own rules."""
