"""Photos at the desk: several at once, their order, and the point that every crop keeps."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_POST

from iad.admin.desk import DeskStackedInline
from iad.files import ACCEPTED_PICTURES
from news.admin.publication import PublicationAdmin
from news.models import Article, Photo


class PhotoForm(forms.ModelForm):
    """A focal point that is not given stays where it was: in the middle, at first."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in {"focal_x", "focal_y"} & self.fields.keys():
            self.fields[name].required = False

    def clean_focal_x(self):
        return self._or_as_before("focal_x")

    def clean_focal_y(self):
        return self._or_as_before("focal_y")

    def _or_as_before(self, name: str) -> int:
        point = self.cleaned_data[name]
        return getattr(self.instance, name) if point is None else point


class PhotoInline(DeskStackedInline):
    model = Photo
    form = PhotoForm
    template = "admin/news/photo_inline.html"
    fields = (
        "image",
        "alt",
        "decorative",
        "caption",
        "credit",
        ("focal_x", "focal_y"),
        "order",
    )

    class Media:
        css = {"all": ["css/admin-photos.css"]}
        js = ["js/photos.js", "js/focal-point.js"]


class PicturedAdmin(PublicationAdmin):
    """Takes several photos at once, beside the form of the article."""

    def told_of(self, request, text) -> dict:
        may_add = self.has_change_permission(request, text) and not self.only_translates(request)
        address = self.address("add_photos", text.pk) if may_add else ""
        return super().told_of(request, text) | {
            "add_photos": address,
            "accepted_pictures": ACCEPTED_PICTURES,
        }

    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(self.add_photos_view))
        return [path("<int:pk>/photos/", view, name="news_article_add_photos"), *super().get_urls()]

    def add_photos_view(self, request, pk):
        article = get_object_or_404(Article, pk=pk)
        if not self.has_change_permission(request, article) or self.only_translates(request):
            raise PermissionDenied
        files = request.FILES.getlist("photos")
        refused = add_photos(article, files)
        for reason in refused:
            self.message_user(request, reason, messages.ERROR)
        if added := len(files) - len(refused):
            told = ngettext("%(count)d photo added.", "%(count)d photos added.", added)
            message = told % {"count": added}
            self.log_change(request, article, message)
            self.message_user(request, message, messages.SUCCESS)
        if not files:
            self.message_user(request, _("No picture was chosen."), messages.WARNING)
        return redirect(self.address("change", pk) + "#photos-group")


def add_photos(article: Article, files: list) -> list[str]:
    """Keep the good ones behind those that are there; why each of the others was refused."""
    refused = []
    last = article.photos.aggregate(last=Max("order"))["last"] or 0
    for file in files:
        try:
            picture = Photo._meta.get_field("image").formfield().clean(file)
        except ValidationError as error:
            refused.append(f"{file.name}: {' '.join(error.messages)}")
            continue
        last += 1
        with transaction.atomic():
            Photo.objects.create(article=article, image=picture, order=last)
    return refused
