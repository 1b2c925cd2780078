"""The fields of the translation screen: the other language of an article and of its photos."""

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.utils.text import capfirst

from iad.fields import LineField, ProseField
from iad.language_names import label_in
from news.models import Article, Photo
from news.translating import OF_PHOTOS, SOURCE_FIELDS, TEXTS

WIDGETS = {LineField: AdminTextInputWidget, ProseField: AdminTextareaWidget}


class TranslationForm(forms.Form):
    """Named by column; ``version`` is the number of saves that its writer has seen."""

    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, data=None, *, article: Article):
        self.article, self.language = article, article.target_language
        super().__init__(data, initial={"version": article.version})
        for name in texts_of(article):
            self.fields[f"{name}_{self.language}"] = self._field(article, name)
        for photo in article.photos.all():
            for name in OF_PHOTOS:
                self.fields[self._of_photo(photo, name)] = self._field(photo, name)

    def _field(self, record, name: str) -> forms.Field:
        column = type(record)._meta.get_field(f"{name}_{self.language}")
        bare = type(record)._meta.get_field(name)
        widget = WIDGETS.get(type(bare))
        field = column.formfield(
            required=False,
            label=capfirst(label_in(bare.verbose_name, self.language)),
            help_text="",
            initial=getattr(record, column.attname),
            **({"widget": widget} if widget else {}),
        )
        field.widget.attrs["lang"] = self.language
        return field

    def _of_photo(self, photo: Photo, name: str) -> str:
        return f"photo-{photo.pk}-{name}_{self.language}"

    def text(self, name: str) -> forms.BoundField:
        return self[f"{name}_{self.language}"]

    def of_photo(self, photo: Photo) -> list[tuple[str, forms.BoundField]]:
        """What each field says in the source, and the field."""
        source = self.article.source_language
        return [
            (getattr(photo, f"{name}_{source}") or "", self[self._of_photo(photo, name)])
            for name in OF_PHOTOS
        ]

    @property
    def texts(self) -> dict[str, str]:
        return {
            name: self.cleaned_data[f"{name}_{self.language}"] for name in texts_of(self.article)
        }

    @property
    def words_of_photos(self) -> dict[int, dict[str, str]]:
        return {
            photo.pk: {name: self.cleaned_data[self._of_photo(photo, name)] for name in OF_PHOTOS}
            for photo in self.article.photos.all()
        }


def texts_of(article: Article) -> list[str]:
    """Title, summary and text always; the smaller lines where there is one to translate."""
    return [
        name
        for name in TEXTS
        if name in SOURCE_FIELDS or any(getattr(article, f"{name}_{at}") for at in ("th", "en"))
    ]
