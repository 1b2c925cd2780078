"""Finding: one search over all that readers may see, without a search server.

Rooms declare what is found (`kinds`), triggers mark what has changed (`marking`), `writing` keeps
the words, `asking` reads what a reader typed, and `answering` finds it in SQLite and PostgreSQL
alike.
"""
