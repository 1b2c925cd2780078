"""Starts a sample portal on a port that is free, and ends it."""

import json
import os
import secrets
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
PATIENCE = 60  # seconds


class SamplePortal:
    """``with SamplePortal(folder) as portal``: portal.url, and portal.addresses by language."""

    def __init__(self, folder: Path, **environment: str):
        self.folder = folder
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.sample_portal.settings",
            "ENV_FILE": os.devnull,
            "DEBUG": "0",
            "SECRET_KEY": secrets.token_urlsafe(60),
            "ALLOWED_HOSTS": HOST,
            "SECURE_SSL_REDIRECT": "0",
            "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
            "CACHE_URL": "locmemcache://",
            "MEDIA_ROOT": str(folder / "media"),
            "STATIC_ROOT": str(folder / "static"),
            **environment,
        }

    def build(self) -> None:
        """Fill it, unless that was done; a second builder of the same folder must wait."""
        told = self.folder / "addresses.json"
        if not told.exists():
            command = [sys.executable, "-m", "tests.sample_portal.build"]
            done = self._run(subprocess.run, command, stdout=subprocess.PIPE, check=True)
            told.write_bytes(done.stdout)

    def __enter__(self) -> "SamplePortal":
        self.build()
        self.addresses = json.loads((self.folder / "addresses.json").read_text("utf-8"))
        self.log = (self.folder / f"server-{os.getpid()}.log").open("w+b")
        with socket.create_server((HOST, 0)) as door:
            self.url = f"http://{HOST}:{door.getsockname()[1]}"
            command = [sys.executable, "-m", "gunicorn", "iad.wsgi", "--threads", "4"]
            command += ["--bind", f"fd://{door.fileno()}", "--no-control-socket"]
            self.process = self._run(
                subprocess.Popen, command, pass_fds=[door.fileno()], stderr=self.log
            )
        self._await_health()
        return self

    def __exit__(self, *trouble) -> None:
        self.process.terminate()
        self.process.wait(PATIENCE)
        self.log.close()

    def _run(self, how, command: list[str], **options):
        return how(command, cwd=ROOT, env=self.environment, **options)

    def _await_health(self) -> None:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                urlopen(f"{self.url}/health/", timeout=PATIENCE).close()  # noqa: S310
                return
            except URLError:
                if self.process.poll() is not None or time.monotonic() > until:
                    self.process.terminate()
                    self.log.seek(0)
                    raise RuntimeError(self.log.read().decode(errors="replace")) from None
                time.sleep(0.2)
