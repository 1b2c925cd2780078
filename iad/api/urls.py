"""Addresses of the open data; the page about it stands at their root (`iad.api.views`)."""

from iad.api.service import api

patterns, app_name, namespace = api.urls
open_data = ([one for one in patterns if one.name != "api-root"], app_name, namespace)
