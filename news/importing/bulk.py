"""Articles in bulk, published at once: all of a file or nothing of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.html import linebreaks
from django.utils.translation import gettext as _

from iad.models import User
from iad.publication import Publication
from news.importing.json_lines import BulkArticle, LineError
from news.models import Article, OldAddress, Photo, Topic
from news.translating import first_rightness

BATCH = 1000
TEXTS = ("title_th", "title_en", "summary_th", "summary_en", "source_th", "source_en")
BODIES = ("body_th", "body_en")


@dataclass
class Outcome:
    added: int = 0
    already_there: int = 0


@dataclass
class BulkLoad:
    """One run over one file; its photos are looked for beside it."""

    by: User
    folder: Path
    topics: dict[str, Topic] = field(default_factory=dict)
    lines_by_address: dict[str, int] = field(default_factory=dict)
    outcome: Outcome = field(default_factory=Outcome)

    def load(self, records: Iterable[tuple[int, BulkArticle]], progress=None) -> Outcome:
        """Store every record; a LineError names the line that stopped the run."""
        self.topics = {topic.slug: topic for topic in Topic.objects.all()}
        records = iter(records)
        with transaction.atomic():
            while batch := list(islice(records, BATCH)):
                self._store(batch)
                if progress:
                    progress(self.outcome)
        return self.outcome

    def _store(self, batch):
        known = self._known_addresses(batch)
        fresh = [(line, one) for line, one in batch if one.address not in known]
        self.outcome.already_there += len(batch) - len(fresh)
        for line, one in fresh:
            self._check(line, one)
        articles = Article.objects.bulk_create(self._article(one) for _line, one in fresh)
        self._file_under_topics(fresh, articles)
        OldAddress.objects.bulk_create(
            OldAddress(path=one.address, article=article)
            for (_line, one), article in zip(fresh, articles, strict=True)
            if one.address
        )
        for (line, one), article in zip(fresh, articles, strict=True):
            if one.photo:
                self._add_photo(line, one, article)
        self.outcome.added += len(articles)

    def _known_addresses(self, batch) -> set[str]:
        asked = [one.address for _line, one in batch if one.address]
        # What staff had left behind comes along after all.
        OldAddress.objects.left_behind().filter(path__in=asked).delete()
        known = OldAddress.objects.filter(path__in=asked).values_list("path", flat=True)
        return set(known) - self.lines_by_address.keys()

    def _check(self, line: int, one: BulkArticle):
        if one.topic and one.topic not in self.topics:
            raise LineError(line, _("There is no topic “%(slug)s”.") % {"slug": one.topic[:60]})
        for name in TEXTS:
            limit = Article._meta.get_field(name).max_length
            if limit and len(getattr(one, name)) > limit:
                reason = _("“%(key)s” is longer than %(limit)d characters.")
                raise LineError(line, reason % {"key": name, "limit": limit})
        if one.address:
            earlier = self.lines_by_address.setdefault(one.address, line)
            if earlier != line:
                reason = _("The address %(address)s stands in line %(line)d already.")
                raise LineError(line, reason % {"address": one.address, "line": earlier})

    def _article(self, one: BulkArticle) -> Article:
        now = timezone.now()
        article = Article(
            author=self.by,
            state=Publication.State.PUBLISHED,
            publish_at=now,
            first_published_at=now,
            date=one.date,
            **{name: getattr(one, name) for name in TEXTS},
            **{name: as_html(getattr(one, name)) for name in BODIES},
        )
        vars(article).update(first_rightness(article))
        return article

    def _file_under_topics(self, fresh, articles):
        through = Article.topics.through
        through.objects.bulk_create(
            through(article_id=article.pk, topic_id=self.topics[one.topic].pk)
            for (_line, one), article in zip(fresh, articles, strict=True)
            if one.topic
        )

    def _add_photo(self, line: int, one: BulkArticle, article: Article):
        # The file names no text alternative; its title is the nearest thing it says.
        photo = Photo(article=article, alt_th=one.title_th, alt_en=one.title_en)
        try:
            with (self.folder / one.photo).open("rb") as file:
                photo.image = File(file, name=Path(one.photo).name)
                photo.save()
        except (OSError, ValidationError, IntegrityError) as error:
            said = " ".join(getattr(error, "messages", [str(error)]))
            reason = _("The photo %(path)s cannot be taken: %(reason)s")
            raise LineError(line, reason % {"path": one.photo[:200], "reason": said}) from error


def as_html(text: str) -> str:
    """Bodies may be HTML or plain paragraphs."""
    return text if "<" in text else linebreaks(text)
