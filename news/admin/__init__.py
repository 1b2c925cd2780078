"""The news desk."""

from news.admin.articles import ArticleAdmin, TopicAdmin
from news.admin.old_addresses import OldAddressAdmin, UnknownAddressAdmin
from news.admin.pages import AnnouncementAdmin, PageAdmin

__all__ = [
    "AnnouncementAdmin",
    "ArticleAdmin",
    "OldAddressAdmin",
    "PageAdmin",
    "TopicAdmin",
    "UnknownAddressAdmin",
]
