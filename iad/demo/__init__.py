"""A lifelike sample portal: what `manage.py demo` puts into an empty database.

Everything here is loaded by natural keys: what is already there is left as staff have made it.
"""
