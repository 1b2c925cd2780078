"""Which columns of the news are kept in both languages."""

from modeltranslation.translator import TranslationOptions, register

from news.models import Announcement, Article, Attachment, Page, Photo, Topic


@register(Topic)
class TopicTranslation(TranslationOptions):
    fields = ("name",)
    required_languages = {"th": ("name",)}


@register(Article)
class ArticleTranslation(TranslationOptions):
    fields = ("title", "summary", "body", "source", "change_note", "withdrawn_note")


@register(Photo)
class PhotoTranslation(TranslationOptions):
    fields = ("alt", "caption", "credit")


@register(Attachment)
class AttachmentTranslation(TranslationOptions):
    fields = ("title",)


@register(Page)
class PageTranslation(TranslationOptions):
    fields = ("title", "body")


@register(Announcement)
class AnnouncementTranslation(TranslationOptions):
    fields = ("text",)
