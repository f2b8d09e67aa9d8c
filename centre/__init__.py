"""A local stand-in for the centre's population data service. A program apart: it imports nothing of Loket's."""
