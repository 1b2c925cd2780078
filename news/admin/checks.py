"""The list of what may be wrong with an article, beside its form and before it is published."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.translation import gettext as _, ngettext

from news import checking
from news.admin.publication import Act, PublicationAdmin

REPAIR = "_repair_blanks"


class CheckedAdmin(PublicationAdmin):
    """Shows the findings of `news.checking`; only what blocks publishing stops anybody."""

    class Media:
        css = {"all": ["css/admin-checks.css"]}
        js = ["js/checks.js"]

    def told_of(self, request, text) -> dict:
        told = super().told_of(request, text)
        findings = checking.findings(text, host=request.get_host().partition(":")[0])
        offers_repair = any(finding.repair for finding in findings)
        if offers_repair and self.has_change_permission(request, text):
            told["save_buttons"].append((REPAIR, _("Save and repair the blanks")))
        return told | {"findings": findings}

    def told_at_act(self, request, act, text) -> dict:
        if act not in {Act.SUBMIT, Act.PUBLISH}:
            return super().told_at_act(request, act, text)
        findings = checking.findings(text, host=request.get_host().partition(":")[0])
        return {"findings": findings, "findings_at": self.address("change", text.pk)}

    def save_model(self, request, obj, form, change):
        """The repair is a part of the save: nothing typed is lost, and only fields of the form."""
        told = checking.repair_blanks(obj, form.fields) if REPAIR in request.POST else []
        super().save_model(request, obj, form, change)
        for line in told:
            self.message_user(request, line)

    def response_add(self, request, obj, post_url_continue=None):
        self._point_to_findings(request, obj)
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        if REPAIR in request.POST:
            return redirect(self.address("change", obj.pk))
        self._point_to_findings(request, obj)
        return super().response_change(request, obj)

    def _point_to_findings(self, request, article) -> None:
        """Whoever leaves the form after saving does not see the list."""
        if not {"_save", "_addanother"} & request.POST.keys():
            return
        found = [one for one in checking.findings(article) if one.level != "information"]
        if found:
            message = ngettext("%(count)d point to check", "%(count)d points to check", len(found))
            link = (self.address("change", article.pk), message % {"count": len(found)})
            shown = format_html('“{}”: <a href="{}#checks">{}</a>', article, *link)
            self.message_user(request, shown, messages.WARNING)
