"""A portal as it runs in production, full of sample content, in a process of its own.

What is measured and looked at in a browser is looked at here: production settings, static files
collected, named by their content and compressed, gunicorn on the loopback.
"""
