"""The editor of rich text (CKEditor 4, as django-ckeditor packs it), and what it may do.

Its version is past its support. It is kept harmless by what stands here and in static/js: only
the plug-ins named, its content filter on, no upload, no source view, no address but our own, and
not one inline script. What it sends is cleaned by iad.richtext in any case.
"""

import json

from ckeditor.widgets import CKEditorWidget
from csp.constants import UNSAFE_INLINE
from csp.decorators import csp_update
from django.forms.widgets import Media, Script
from django.templatetags.static import static

from iad.bilingual import OFFICIAL, active_language

TOOLBAR = [
    ["Format"],
    ["Bold", "Italic", "Subscript", "Superscript", "RemoveFormat"],
    ["NumberedList", "BulletedList", "Outdent", "Indent", "Blockquote"],
    ["Link", "Unlink", "Table"],
    ["PasteText", "Undo", "Redo"],
]
PLUGINS = (
    "basicstyles,blockquote,clipboard,contextmenu,enterkey,entities,format,indentlist,link,list,"
    "magicline,pastefromgdocs,pastefromlibreoffice,pastefromword,pastetext,removeformat,resize,"
    "tab,table,tableselection,tabletools,toolbar,undo,wysiwygarea"
)
# Named in the advisories against this version, or of no use here, should PLUGINS ever grow.
NEVER = (
    "about,editorplaceholder,exportpdf,filebrowser,flash,forms,iframe,language,newpage,preview,"
    "print,save,scayt,smiley,sourcearea,stylesheetparser,templates,uploadimage,wsc"
)

PUBLIC_TEXT = {
    "customConfig": "",
    "plugins": PLUGINS,
    "removePlugins": NEVER,
    "versionCheck": False,
    "stylesSet": False,
    "toolbar": TOOLBAR,
    "toolbarCanCollapse": False,
    "format_tags": "p;h2;h3;h4",
    # Beside what the buttons make: what is stored must survive being opened, and the headings
    # of a Word document become ours when the text is cleaned.
    "extraAllowedContent": (
        "h1 h2 h3 h4 h5 h6 p br hr u s strong em sub sup ul li blockquote caption thead tbody tr;"
        "table; ol[start]; td th[scope,colspan,rowspan]; a[!href,title,hreflang]; span[!lang];"
        "*[lang]"
    ),
    "disallowedContent": "script style iframe object embed form img; *[on*]; *{*}; *(*)",
    "pasteFilter": (
        "h1 h2 h3 h4 h5 h6 p br hr strong em b i sub sup ul ol li blockquote table caption thead "
        "tbody tr; td th[scope,colspan,rowspan]; a[!href]"
    ),
    "clipboard_handleImages": False,
    "disableNativeSpellChecker": False,
    "entities": False,  # Thai stays Thai
    "linkDefaultProtocol": "https://",
    "linkShowTargetTab": False,
    "linkShowAdvancedTab": False,
    "removeDialogTabs": "table:advanced",
    "width": "100%",
    "height": 320,
    "resize_dir": "vertical",
}


class Editor(CKEditorWidget):
    """A text area that static/js/editor.js turns into the editor once it is seen."""

    def __init__(self, attrs=None):
        super().__init__(template_name="django/forms/widgets/textarea.html", attrs=attrs)

    @property
    def media(self) -> Media:
        return Media(
            css={"all": ["ckeditor/ckeditor.css", "css/editor.css"]},
            js=[
                # First: it tells the editor where its files are.
                Script("js/editor.js", **{"data-base": static("ckeditor/ckeditor/")}),
                "ckeditor/ckeditor/ckeditor.js",
                "js/editor-handlers.js",
                "js/editor-thai.js",
            ],
        )

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["data-editor"] = json.dumps(configuration(name))
        return context

    def use_required_attribute(self, initial) -> bool:
        return False  # a browser cannot point at the text area, which the editor hides

    def _set_config(self):
        """Nothing: forms share the widget's own dictionary, so each field gets a new one."""


def configuration(name: str) -> dict:
    """What the editor of the form field ``name`` is told; the text's language by its column."""
    return PUBLIC_TEXT | {
        "language": active_language(),
        "contentsLanguage": "en" if name.endswith("_en") else OFFICIAL,
        "contentsCss": [static("css/fonts.css"), static("css/editor-content.css")],
    }


def editor_styles(view):
    """For a view with an editor, which places its own parts by style attributes."""
    return csp_update({"style-src": UNSAFE_INLINE})(view)


class EditorAdmin:
    """Mixed into a ModelAdmin with rich text, before it: allows the styles on its forms only."""

    def add_view(self, *args, **kwargs):
        return editor_styles(super().add_view)(*args, **kwargs)

    def change_view(self, *args, **kwargs):
        return editor_styles(super().change_view)(*args, **kwargs)
