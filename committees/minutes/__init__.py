"""The papers of a meeting: one reader of the database, frozen records, pure writers."""
