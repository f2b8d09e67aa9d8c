"""The citizen's side: what is said in the chat, and what is heard."""
