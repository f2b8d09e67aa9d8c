"""The pages that citizens open without a login."""
