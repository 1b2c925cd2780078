"""What the office publishes: news, pages and announcements."""

from news.models.address import OldAddress, UnknownAddress
from news.models.article import Article, Topic
from news.models.media import Attachment, Photo
from news.models.page import Announcement, Page
from news.models.transition import Transition

__all__ = [
    "Announcement",
    "Article",
    "Attachment",
    "OldAddress",
    "Page",
    "Photo",
    "Topic",
    "Transition",
    "UnknownAddress",
]
