"""The settings: closed by default, and a missing variable is named."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
PRODUCTION = {"SECRET_KEY": "a-key-of-tests " * 5, "ALLOWED_HOSTS": "portal.example.go.th"}
READ = re.compile(r"""env(?:\.\w+)?\(\s*["']([A-Z_]+)["']""")


def manage(*words: str, **environment: str) -> subprocess.CompletedProcess:
    """``manage.py`` in an environment of just these variables, and no .env beside it."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return subprocess.run(  # noqa: S603  our own command
        [sys.executable, ROOT / "manage.py", *words],
        env={**kept, "ENV_FILE": os.devnull, **environment},
        capture_output=True,
        text=True,
        cwd=ROOT,
    )


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_a_missing_variable_is_named(missing):
    others = {name: value for name, value in PRODUCTION.items() if name != missing}

    result = manage("check", **others)

    assert result.returncode != 0
    assert missing in result.stderr.splitlines()[-1]


def test_production_settings_pass_the_deployment_check():
    result = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)

    assert result.returncode == 0, result.stderr


def test_debug_is_off_unless_it_is_asked_for():
    shown = manage("diffsettings", "--all", **PRODUCTION).stdout

    assert "### DEBUG = False" in shown or "DEBUG = False" in shown


@pytest.mark.parametrize(
    ("name", "value", "setting"),
    [
        ("DATABASE_URL", "postgres://u:p@db:5432/portal", "'HOST': 'db'"),
        ("CACHE_URL", "redis://cache:6379/1", "RedisCache"),
        ("MEDIA_ROOT", "/srv/portal/media", "/srv/portal/media"),
        ("EMAIL_URL", "smtp://mail:25", "EMAIL_HOST = 'mail'"),
    ],
)
def test_what_differs_by_place_comes_from_the_environment(name, value, setting):
    shown = manage("diffsettings", **PRODUCTION, **{name: value})

    assert setting in shown.stdout, shown.stderr


def test_every_variable_is_named_in_the_example_and_the_reverse():
    read = set(READ.findall((ROOT / "iad" / "settings.py").read_text(encoding="utf-8")))
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    named = set(re.findall(r"^# ([A-Z_]+)=", example, flags=re.MULTILINE))

    assert named == read - {"ENV_FILE"}


@pytest.mark.parametrize(
    "line",
    [
        "DEBUG = False",
        "SECURE_SSL_REDIRECT = True",
        "SECURE_HSTS_SECONDS = 31536000",
        "SECURE_PROXY_SSL_HEADER = None",
        "SESSION_COOKIE_NAME = '__Host-session'",
        "SESSION_COOKIE_SECURE = True",
        "SESSION_COOKIE_HTTPONLY = True",
        "SESSION_COOKIE_SAMESITE = 'Lax'",
        "SESSION_COOKIE_DOMAIN = None",
        "SESSION_COOKIE_PATH = '/'",
        "CSRF_COOKIE_NAME = '__Host-csrf'",
        "CSRF_COOKIE_SECURE = True",
        "CSRF_COOKIE_HTTPONLY = True",
        "CSRF_COOKIE_DOMAIN = None",
    ],
)
def test_nothing_but_the_required_variables_gives_a_locked_site(line, production):
    assert re.search(rf"^(?:### )?{re.escape(line)}$", production, flags=re.MULTILINE)


@pytest.fixture(scope="module")
def production() -> str:
    return manage("diffsettings", "--all", **PRODUCTION).stdout


@pytest.mark.parametrize("value", ["maybe", "", "0", "no", "False"])
def test_debug_stays_off_for_any_word_that_is_no_yes(value):
    assert (
        "SESSION_COOKIE_SECURE = True" in manage("diffsettings", **PRODUCTION, DEBUG=value).stdout
    )


@pytest.mark.parametrize("value", ["maybe", "", "0"])
def test_a_proxy_is_believed_only_where_one_is_named(value):
    shown = manage("diffsettings", **PRODUCTION, BEHIND_HTTPS_PROXY=value).stdout
    assert "SECURE_SSL_REDIRECT = True" in shown
    assert "X_FORWARDED" not in shown
    assert "address_behind_proxy" not in shown


def test_behind_a_proxy_its_word_is_taken_for_scheme_and_visitor():
    shown = manage("diffsettings", **PRODUCTION, BEHIND_HTTPS_PROXY="1").stdout

    assert "SECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')" in shown
    assert "AXES_CLIENT_IP_CALLABLE = 'iad.middleware.address_behind_proxy'" in shown


@pytest.mark.parametrize("name", PRODUCTION)
def test_a_variable_left_empty_is_named_like_a_missing_one(name):
    result = manage("check", **PRODUCTION | {name: ""})

    assert result.returncode != 0
    assert name in result.stderr.splitlines()[-1]
