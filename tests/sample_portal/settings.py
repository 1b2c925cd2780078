"""Settings of the sample portal: production's, spoken to over http on this machine only."""

from iad.settings import *  # noqa: F403, TID251  settings are a namespace

ROOT_URLCONF = "tests.sample_portal.urls"
