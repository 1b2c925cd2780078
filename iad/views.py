"""Pages that belong to no single room: the home page, files, error pages, signs of life."""

import re

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection
from django.http import FileResponse, Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import (
    add_never_cache_headers,
    get_conditional_response,
    patch_cache_control,
)
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from committees.models import Committee, Document, Meeting, Person
from iad.cards import answer, office_card
from iad.files import DOCUMENT_KINDS, MEDIA_TYPES, PictureFile
from iad.linked_data import Told, office, website
from iad.pictures import FORMATS
from news.forwarding import count_unknown, count_visit, find, leads_on
from news.models import Announcement, Article, Attachment, Photo
from news.previewing import opens

PICTURE_NAME = re.compile(
    r"(photos|people)/[0-9a-f]{24}/(original\.(jpg|png|webp)|[0-9]{1,5}\.webp)"
)
DOCUMENT_NAME = re.compile(r"(documents|attachments)/[0-9a-f]{24}\.[a-z]{3,4}")
OWNERS = {
    "photos": (Photo, "image"),
    "people": (Person, "photo"),
    "documents": (Document, "file"),
    "attachments": (Attachment, "file"),
}


class Home(TemplateView):
    """What is new, what is coming, and where everything else is."""

    template_name = "home.html"

    def get_context_data(self, **kwargs):
        articles = Article.objects.public().newest_first().for_listing()
        meetings = Meeting.objects.public().with_committee()
        featured = list(articles.featured()[:3])
        latest = articles.exclude(pk__in=[article.pk for article in featured])
        return super().get_context_data(
            announcements=Announcement.objects.public(),
            featured=featured,
            latest=latest[:6],
            upcoming=meetings.upcoming()[:4],
            told=Told(
                title=_("International Affairs Office, Bangkok"),
                things=(
                    office(self.request.build_absolute_uri),
                    website(self.request.build_absolute_uri),
                ),
            ),
            recent=meetings.held().order_by("-starts_at", "-pk")[:4],
            committees=Committee.objects.public().current().alphabetical()[:6],
            **kwargs,
        )


@require_safe
def card(request):
    """The picture of every page without one of its own, where its address is shared."""
    return answer(request, office_card())


@require_safe
def media(request, name):
    """A stored file, to whom its owning record is open."""
    if not (PICTURE_NAME.fullmatch(name) or DOCUMENT_NAME.fullmatch(name)):
        raise Http404
    kind, folder, *_rest = name.split("/")
    owner_model, column = OWNERS[kind]
    stored = (
        [f"{kind}/{folder}/original.{suffix}" for suffix in FORMATS.values()]
        if PICTURE_NAME.fullmatch(name)
        else [name]
    )
    owners = owner_model.objects.filter(**{f"{column}__in": stored})
    # Two records may share a file; the one that is open gives it its name.
    public_owner = owners.filter(pk__in=owner_model.objects.public()).first()
    owner = public_owner or _opened_by(request.GET.get("key", ""), owners)
    if owner is None and _staff_may_see(request, owner_model):
        owner = owners.first()
    if owner is None:
        raise Http404
    _draw_if_missing(getattr(owner, column), name)
    # The name is drawn by lot for this content, so it serves as the content's tag.
    unchanged = get_conditional_response(request, etag=f'"{name}"') if public_owner else None
    return unchanged or _file_response(name, title=str(owner), is_public=public_owner is not None)


def _draw_if_missing(file, name: str) -> None:
    """A picture older than one of its widths is drawn in it when it is first asked for."""
    if isinstance(file, PictureFile) and name != file.name:
        asked = [one for one in file.rendition_names if one[1] == name]
        if asked and not file.storage.exists(name):
            file.draw(asked)


def _opened_by(key: str, owners):
    """The one whose article is read through its secret link."""
    if not key or owners.model not in (Photo, Attachment):
        return None
    shared = owners.select_related("article")
    return next((owner for owner in shared if opens(key, owner.article)), None)


def _staff_may_see(request, owner_model) -> bool:
    meta = owner_model._meta
    return request.user.is_staff and request.user.has_perm(
        f"{meta.app_label}.view_{meta.model_name}"
    )


def _file_response(name: str, *, title: str, is_public: bool) -> HttpResponse | FileResponse:
    try:
        file = default_storage.open(name)
    except FileNotFoundError:
        raise Http404 from None
    suffix = "." + name.rpartition(".")[2]
    if suffix in DOCUMENT_KINDS:
        # A stroke, as in "meeting 1/2563", would end a folder's name.
        as_called = f"{title[:120].replace('/', '-')}{suffix}"
        response = FileResponse(
            file, as_attachment=True, filename=as_called, content_type=MEDIA_TYPES[suffix]
        )
    else:
        response = FileResponse(file, content_type=MEDIA_TYPES[suffix])
    if settings.ACCEL_REDIRECT:
        file.close()
        response = _handed_to_nginx(response, name)
    if is_public:
        response["ETag"] = f'"{name}"'
        # Asked for again each time: what was withdrawn is gone at once.
        patch_cache_control(response, public=True, no_cache=True)
    else:
        add_never_cache_headers(response)
    return response


def _handed_to_nginx(response: FileResponse, name: str) -> HttpResponse:
    """The same headers without the bytes: nginx sends them from its internal location."""
    kept = ("Content-Type", "Content-Disposition")
    headers = {header: response[header] for header in kept if header in response}
    return HttpResponse(headers=headers | {"X-Accel-Redirect": settings.ACCEL_REDIRECT + name})


@require_safe
def old_address(request, **kwargs):
    """Addresses of the old portal answer 301 to where their content is now, or 410."""
    path = request.path_info.rstrip("/")
    known = find(path)
    led = next(filter(leads_on, known), None)
    if request.method == "GET":  # a head is asked for by machines that check links
        if known:
            count_visit(led or known[0])
        else:
            count_unknown(path)
    if led is None:
        raise Http404
    if led.is_left_behind:
        return render(request, "old_address_gone.html", status=410)
    return redirect(led.article or led.page, permanent=True)


@require_safe
def robots(request):
    """What is no page for search engines, and where the map of all that is stands."""
    closed = [f"Disallow: {root}/{what}/" for what in ("admin", "search") for root in ("", "/en")]
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    lines = ["User-agent: *", *closed, "", f"Sitemap: {sitemap}", ""]
    return HttpResponse("\n".join(lines), "text/plain")


@require_safe
def health(request):
    """For the machine that watches over this one: is the database there?"""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    response = JsonResponse({"status": "ok"})
    add_never_cache_headers(response)
    return response


def csrf_failure(request, reason=""):
    return render(request, "403_csrf.html", status=403)
