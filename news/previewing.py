"""Reading on the true address what readers do not see yet: by colleagues, and by a secret link."""

import secrets

from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.http import urlencode

from iad.models import User
from iad.publication import Publication
from news.models import Article
from news.reading import articles_on_the_desk
from news.rights import may_see

State = Publication.State


def preview_of(pk: int, *, edit: bool, key: str, user: User) -> Article | None:
    """The article at address ``pk`` as it stands on the desk, or its open edit, for whoever may."""
    if not (key or user.is_staff):  # asked first: no answer tells by its headers what there is
        return None
    at_address = Article.objects.originals().filter(pk=pk)
    wanted = {"replaces__in": at_address} if edit else {"pk__in": at_address}
    article = articles_on_the_desk().filter(**wanted).first()
    if article is None or not (opens(key, article) or may_see(article, user)):
        return None
    if article.replaces:
        article.first_published_at = article.replaces.first_published_at
    if opens(key, article):
        _open_files(article, key)
    return article


def _open_files(article: Article, key: str) -> None:
    """Its pictures and documents ask for the key, too."""
    for photo in article.photos.all():
        photo.image.query = f"?key={key}"
    for attachment in article.attachments.all():
        attachment.file.query = f"?key={key}"


def opens(key: str, article: Article) -> bool:
    """Whether ``key`` is the secret of this article's link.

    None opens what has no link, or a text that was withdrawn: what is taken back, is taken back.
    """
    has_link = article.preview_key and article.state != State.WITHDRAWN
    return bool(has_link) and constant_time_compare(key, article.preview_key)


def preview_address(article: Article, *, key: str = "") -> str:
    """Where its preview stands, in the active language: the address that readers will use."""
    asked = ({"edit": 1} if article.replaces_id else {}) | ({"key": key} if key else {})
    address = reverse("news:article", args=[article.replaces_id or article.pk])
    return f"{address}?{urlencode(asked)}" if asked else address


def make_link(article: Article) -> str:
    """Draw a new secret; the link that was given out before opens nothing any more."""
    return _set_key(article, secrets.token_urlsafe(32))


def end_link(article: Article) -> None:
    _set_key(article, "")


def _set_key(article: Article, key: str) -> str:
    Article.objects.filter(pk=article.pk).update(preview_key=key)
    article.preview_key = key
    return key
