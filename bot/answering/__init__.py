"""What the engine does with a message that is no plain answer: asides, requests, misses, another subject."""
