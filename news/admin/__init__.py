"""The news desk."""

from news.admin.articles import ArticleAdmin, TopicAdmin
from news.admin.pages import AnnouncementAdmin, OldAddressAdmin, PageAdmin

__all__ = ["AnnouncementAdmin", "ArticleAdmin", "OldAddressAdmin", "PageAdmin", "TopicAdmin"]
