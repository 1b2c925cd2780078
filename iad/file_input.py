"""How a stored file shows in a form: the picture itself, or a link; its name is drawn by lot.

A form that was refused says which file must be chosen again: no browser sends one a second time.
"""

from django.forms import ClearableFileInput


class StoredFileInput(ClearableFileInput):
    template_name = "iad/stored_file_input.html"
    chosen = ""  # the name of the file that came with the form

    def __init__(self, attrs=None, *, accept: str = ""):
        super().__init__({"accept": accept} | (attrs or {}) if accept else attrs)

    def value_from_datadict(self, data, files, name):
        self.chosen = files[name].name if name in files else ""
        return super().value_from_datadict(data, files, name)

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        stored = context["widget"]["value"]
        context["widget"]["renditions"] = getattr(stored, "renditions", [])
        context["widget"]["chosen"] = self.chosen
        return context
