"""Settings of the test suite: production's, less what only slows tests down."""

import os
import tempfile

os.environ.setdefault("SECRET_KEY", "only-for-tests-" + "x" * 50)
os.environ.setdefault("ALLOWED_HOSTS", "testserver,localhost,127.0.0.1")
os.environ.setdefault("SECURE_SSL_REDIRECT", "0")
os.environ["DEBUG"] = "0"
os.environ["ENV_FILE"] = os.devnull  # a demo on the same machine is none of our business

from iad.settings import *  # noqa: F403  settings are a namespace, and the environment comes first

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
MEDIA_ROOT = tempfile.mkdtemp(prefix="portal-media-")
STATIC_ROOT = tempfile.mkdtemp(prefix="portal-static-")
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
SECOND_FACTOR_REQUIRED = False  # tests of it turn it on
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False  # the live server of browser tests speaks http
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "session", "csrf"

# Each worker empties its cache before each test: a number of its own keeps it from the others'.
if CACHES["default"]["BACKEND"].endswith("RedisCache"):  # noqa: F405
    WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    SERVER = CACHES["default"]["LOCATION"].rpartition("/")[0]  # noqa: F405
    CACHES["default"]["LOCATION"] = f"{SERVER}/{WORKER % 16}"  # noqa: F405
