"""What every answer carries, and which addresses are not worth an answer."""

from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.views.defaults import bad_request

MAX_QUERY = 2000  # characters; no form of the portal writes more

PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()"


class PrivacyHeaders:
    """Nothing that varies by person is kept anywhere; what is public is asked for again.

    A reader's page may be stored but is revalidated each time (ETag), so that what was withdrawn
    is gone at once. An answer that set or read a cookie is private (RFC 9111, section 5.2.2.7).
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.setdefault("Permissions-Policy", PERMISSIONS)
        if response.cookies or "Cookie" in response.get("Vary", ""):
            add_never_cache_headers(response)
        elif not response.has_header("Cache-Control"):
            patch_cache_control(response, public=True, no_cache=True)
        return response


class ReadableAddresses:
    """Refuse in words what no database can look up: NUL bytes and queries without end."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        query = request.META.get("QUERY_STRING", "")
        unreadable = "\0" in request.path_info or "%00" in query or "\0" in query
        if unreadable or len(query) > MAX_QUERY:
            return bad_request(request, None)
        return self.get_response(request)
