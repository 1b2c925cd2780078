"""What may be wrong with an article, one subject a module: pure, linear, and never sure.

Each check takes the frozen `Draft` and yields `Finding`s; `news.checking` puts them together.
"""
