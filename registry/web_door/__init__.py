"""The website door: a chat on the office's page. A telephone is proven by a code, a cookie then opens its chat."""
