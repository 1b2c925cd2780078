"""What every answer under /api/ carries: it is open to every site, and says its licence."""

from django.http import HttpResponse

from iad.api.license import license_told
from iad.api.problems import problem

READ_ONLY = "GET, HEAD, OPTIONS"
PREFLIGHT = {
    "Access-Control-Allow-Methods": READ_ONLY,
    "Access-Control-Allow-Headers": "Accept, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


class OpenToAll:
    """CORS for reading, OPTIONS, HEAD as GET without its text, and errors that machines read."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.path_info.startswith("/api/"):
            return self.get_response(request)
        if request.method == "OPTIONS":
            response = HttpResponse(status=204, headers={"Allow": READ_ONLY, **PREFLIGHT})
        elif request.method == "GET":
            response = self.get_response(request)
        elif request.method == "HEAD":
            response = self.head(request)
        else:
            response = problem(405)
            response["Allow"] = READ_ONLY
        if response.status_code >= 400 and "json" not in response.get("Content-Type", ""):
            response = problem(response.status_code)
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "Content-Disposition, ETag, Link"
        response["Link"] = f'<{license_told()["url"]}>; rel="license"'
        return response

    def head(self, request):
        """All that GET says of itself, ETag and length included, without its text."""
        request.method = "GET"
        response = self.get_response(request)
        request.method = "HEAD"
        if response.streaming:
            response.streaming_content = ()
        else:
            response.content = b""  # its length stands in the headers already
        return response
