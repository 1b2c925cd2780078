"""One settings file: what differs by place is read from the environment (.env.example).

Closed by default: a forgotten variable gives a closed site and an error that names it.
"""

from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from iad.language_names import label_in

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
env.read_env(env("ENV_FILE", default=str(BASE_DIR / ".env")))  # tests name another

DEBUG = env.bool("DEBUG", default=False)
if DEBUG:  # on one's own machine
    SECRET_KEY = env("SECRET_KEY", default="a-key-for-ones-own-machine-and-no-other")
    ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
else:
    SECRET_KEY = env("SECRET_KEY")
    ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
    if not (SECRET_KEY and ALLOWED_HOSTS):  # set, and left empty
        raise ImproperlyConfigured("Set the SECRET_KEY and ALLOWED_HOSTS environment variables")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "modeltranslation",  # before the admin, whose forms it changes
    "iad.apps.PortalAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.forms",  # its widgets as templates, so that one of them may be ours
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "axes",
    "ckeditor",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "reversion",  # what every text said before (news.history)
    "iad",
    "iad.finding",
    "committees",
    "news",
    "iad.api",
]

MIDDLEWARE = [
    # The first four stand outside all others, so that no answer leaves without their headers.
    "iad.middleware.PrivacyHeaders",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "iad.api.middleware.OpenToAll",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "iad.middleware.ReadableRequests",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "iad.sessions.LimitedAuthentication",
    "django.contrib.messages.middleware.MessageMiddleware",
    "axes.middleware.AxesMiddleware",  # last, as it asks
]

ROOT_URLCONF = "iad.urls"
WSGI_APPLICATION = "iad.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- Data ---------------------------------------------------------------------------------

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'db.sqlite3'}")}
DATABASES["default"]["CONN_MAX_AGE"] = 60
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        # A writer takes its lock at once instead of failing half way; readers go on beside it.
        "transaction_mode": "IMMEDIATE",
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=5000"
        ),
    }
CACHES = {"default": env.cache_url("CACHE_URL", default="locmemcache://")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(BASE_DIR / "media"))
MEDIA_URL = "/media/"  # answered by iad.views.media, which asks the owning record
# Where nginx stands in front, its internal location of MEDIA_ROOT; empty: Django hands files out.
ACCEL_REDIRECT = env("ACCEL_REDIRECT", default="")
STATIC_ROOT = env.path("STATIC_ROOT", default=str(BASE_DIR / "staticfiles"))
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024  # a long text; files do not count
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # a meeting of 60 attendees in two languages
FILE_UPLOAD_PERMISSIONS = 0o640
WHITENOISE_ALLOW_ALL_ORIGINS = False  # nobody else needs our fonts

# --- People -------------------------------------------------------------------------------

AUTH_USER_MODEL = "iad.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]  # a stranger cannot lock a colleague out
AXES_LOCKOUT_TEMPLATE = "admin/locked_out.html"
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = False  # its pages speak English only; the locks end by themselves
AXES_VERBOSE = False
AXES_DISABLE_ACCESS_LOG = True  # log-ins are in the desk's own log: iad.log
# For editors, administrators and superusers (iad.roles); optional on one's own machine.
SECOND_FACTOR_REQUIRED = env.bool("SECOND_FACTOR_REQUIRED", default=not DEBUG)
OTP_TOTP_ISSUER = "International Affairs Office"  # how a telephone lists the code
SESSION_IDLE_MINUTES = env.int("SESSION_IDLE_MINUTES", default=60)

# --- Language and calendar ----------------------------------------------------------------

LANGUAGE_CODE = "th"
LANGUAGES = [("th", _("Thai")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "iad" / "locale", BASE_DIR / "iad" / "locale_of_django"]
TIME_ZONE = "Asia/Bangkok"
USE_TZ = True
FORMAT_MODULE_PATH = ["iad.formats"]
MODELTRANSLATION_DEFAULT_LANGUAGE = "th"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("th", "en")
MODELTRANSLATION_BUILD_LOCALIZED_VERBOSE_NAME = label_in
# Its own default is an address on a foreign host.
JQUERY_UI_URL = f"{STATIC_URL}vendor/jquery-ui/jquery-ui.min.js"

# --- Papers of meetings -------------------------------------------------------------------

PAPER_DIGITS = env("PAPER_DIGITS", default="thai")
if PAPER_DIGITS not in {"thai", "arabic"}:
    raise ImproperlyConfigured("The PAPER_DIGITS environment variable is thai or arabic")
# A folder of the office's own Word templates; each stands in for the bundled one of its name.
PAPER_TEMPLATES = env("PAPER_TEMPLATES", default="")

# --- Open data ----------------------------------------------------------------------------

# Under which licence /api/v1/ gives the record and the news; every answer names it.
OPEN_DATA_LICENSE = env("OPEN_DATA_LICENSE", default="CC BY 4.0")
OPEN_DATA_LICENSE_URL = env(
    "OPEN_DATA_LICENSE_URL", default="https://creativecommons.org/licenses/by/4.0/"
)

# --- Defence ------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_AGE = 8 * 60 * 60  # a working day, from the log-in on: iad.sessions
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "iad.views.csrf_failure"
if not DEBUG:
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
    SECURE_REDIRECT_EXEMPT = [r"^health/$"]
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_NAME = "__Host-csrf"
    if env.bool("BEHIND_HTTPS_PROXY", default=False):
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
        # Else every log-in would come from the proxy, and a stranger could lock a colleague out.
        AXES_CLIENT_IP_CALLABLE = "iad.middleware.address_behind_proxy"
SILENCED_SYSTEM_CHECKS = [
    # CKEditor 4.22 is past its support. It stays behind one field (iad.richtext): ACF on, no
    # uploader, no remote request, no inline script, and nh3 cleans whatever it sends.
    "ckeditor.W001",
    # The index of public news carries a column more in PostgreSQL; SQLite does without it.
    "models.W040",
]

# --- Mail and log -------------------------------------------------------------------------

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = 10  # seconds; whoever pressed the button waits for the mail server
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("DEFAULT_FROM_EMAIL", default="portal@localhost")
# Where links in mails lead; a mail knows no request, and a request's host is the sender's word.
HOST = next(iter(ALLOWED_HOSTS), "localhost").lstrip("*.")
HOME = "http://127.0.0.1:8000" if DEBUG else f"https://{HOST}"
SITE_URL = env("SITE_URL", default=HOME).rstrip("/")
# What feeds are named by for good (RFC 4151): a host that was ours in that year.
TAG_URI = env("TAG_URI", default=f"tag:{urlsplit(SITE_URL).hostname or 'localhost'},2026")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="WARNING")},
}
