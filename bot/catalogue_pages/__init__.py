"""A service as its citizen sees it, for people who read rather than write."""
