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
