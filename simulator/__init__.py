"""A local Twilio and two handsets, apart from the product: it imports nothing of it and speaks HTTP only."""
