"""What every answer carries, who asks, and which requests are not worth an answer."""

from ipaddress import ip_address

from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.views.defaults import bad_request

MAX_QUERY = 4000  # characters: a search of 200 emoji, each written as twelve, and its narrowings

HEADERS = {
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    # SecurityMiddleware sets it too, but not on its own refusal of a foreign host.
    "X-Content-Type-Options": "nosniff",
}


class PrivacyHeaders:
    """Nothing that varies by person is kept anywhere; what is public is asked for again.

    A reader's page may be stored but is revalidated each time (ETag), so that what was withdrawn
    is gone at once. An answer that set or read a cookie is private (RFC 9111, section 5.2.2.7).
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.setdefault(name, value)
        if response.cookies or "Cookie" in response.get("Vary", ""):
            add_never_cache_headers(response)
        elif not response.has_header("Cache-Control"):
            patch_cache_control(response, public=True, no_cache=True)
        return response


class ReadableRequests:
    """Refuse in words what no database can look up: NUL bytes and queries without end."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        query = request.META.get("QUERY_STRING", "")
        asked = [request.path_info, query.replace("%00", "\0"), *request.COOKIES.values()]
        if len(query) > MAX_QUERY or any("\0" in part for part in asked):
            return bad_request(request, None)
        return self.get_response(request)


def address_behind_proxy(request) -> str | None:
    """Who asks, where one proxy of ours stands before us: the last address, which it wrote.

    What stands before it in X-Forwarded-For is whatever the visitor liked to claim.
    """
    forwarded = request.headers.get("x-forwarded-for", "").rpartition(",")[2].strip()
    for address in (forwarded, request.META.get("REMOTE_ADDR", "")):
        try:
            return str(ip_address(address))
        except ValueError:
            continue
    return None
