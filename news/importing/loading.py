"""Pages of the old portal become draft articles: the second, repeatable stage of taking them in.

A page is known by its old addresses, or by the fingerprint of what it said where it has none. One
that is known is left as it is: staff may have corrected it by hand.
"""

import hashlib

from django.db import transaction
from django.db.models import Q

from iad.models import User
from news.importing.records import OldPage
from news.models import Article, OldAddress

IMPORTER = "importer"


def importer() -> User:
    """Signs what no person wrote here; nobody can log in by that name."""
    account, is_new = User.objects.get_or_create(username=IMPORTER, defaults={"is_active": False})
    if is_new:
        account.set_unusable_password()
        account.save(update_fields=["password"])
    return account


@transaction.atomic
def load(page: OldPage, *, by: User) -> tuple[Article, bool]:
    """The article of ``page`` and whether it is new."""
    if known := find(page):
        return known, False
    article = Article.objects.create(
        author=by,
        date=page.date,
        import_key=import_key(page),
        **{
            f"title_{page.language}": page.title,
            f"body_{page.language}": page.body_html,
            f"source_{page.language}": page.source,
        },
    )
    # What staff had left behind comes along after all.
    OldAddress.objects.left_behind().filter(path__in=page.addresses).delete()
    OldAddress.objects.bulk_create(
        OldAddress(path=path, article=article) for path in page.addresses
    )
    return article, True


def find(page: OldPage) -> Article | None:
    known = Q(import_key=import_key(page)) | Q(old_addresses__path__in=page.addresses)
    return Article.objects.filter(known).first()


def import_key(page: OldPage) -> str:
    """SHA-256 of what the page said; its file may have been renamed or saved twice."""
    said = "\n".join([page.title, str(page.date or ""), *page.paragraphs])
    return f"sha256:{hashlib.sha256(said.encode()).hexdigest()}"
