"""The post desk: envelopes, their labels and numbers, and what is handed to the carrier."""
