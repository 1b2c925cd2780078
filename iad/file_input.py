"""How a stored file shows in a form: the picture itself, or a link; its name is drawn by lot."""

from django.forms import ClearableFileInput


class StoredFileInput(ClearableFileInput):
    template_name = "iad/stored_file_input.html"

    def __init__(self, attrs=None, *, accept: str = ""):
        super().__init__({"accept": accept} | (attrs or {}) if accept else attrs)

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        stored = context["widget"]["value"]
        context["widget"]["renditions"] = getattr(stored, "renditions", [])
        return context
