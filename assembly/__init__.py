"""Where the parts are joined, for the web and for the workers alike."""
