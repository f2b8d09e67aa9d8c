"""The centre's population data: asked about the person of a case after it is filed, never while a citizen waits."""
