"""The door for a WSGI server such as gunicorn: ``gunicorn iad.wsgi``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "iad.settings")
application = get_wsgi_application()
