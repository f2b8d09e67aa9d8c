"""A citizen's matters at the office: requests under way, news, documents, officers, and their own data."""
