"""One item of an agenda on one page: its words, its resolutions and what they assign."""

import re

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Prefetch, Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from committees import discussing
from committees.admin.decision_forms import Register, ResolutionForms
from committees.admin.item_forms import ItemForm, items_before
from committees.models import AgendaItem, Assignment, Meeting, Progress, Resolution
from committees.models.agenda import shown_numbers
from committees.models.heading import Section, number_for, section_of, sections_of
from iad.admin.desk import LONGEST_SEARCH, DeskAdmin
from iad.publication import Access
from iad.thai.digits import to_arabic

REFERENCE = re.compile(r"\s*([0-9]{1,4})\s*/\s*([0-9]{4})\s*")


@admin.register(AgendaItem)
class AgendaItemAdmin(DeskAdmin):
    list_display = ("title_th", "meeting", "section", "access")
    list_filter = ("section", "access", "meeting__committee")
    list_select_related = ("meeting__committee",)
    search_fields = ("title_th", "title_en", "meeting__committee__name_th")
    show_full_result_count = False
    actions = None  # they would not ask about each item

    # --- who may ---------------------------------------------------------------------------

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not (obj and obj.meeting.is_locked)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.meeting.is_locked)

    # --- finding ---------------------------------------------------------------------------

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("meeting__committee")

    def get_search_results(self, request, queryset, search_term):
        term = search_term[:LONGEST_SEARCH]
        if meeting := self._asked_meeting(request.GET.get("before", "")):
            queryset = queryset.filter(pk__in=items_before(meeting).values("pk"))
        if cited := REFERENCE.fullmatch(to_arabic(term)):
            number, year = map(int, cited.groups())
            return queryset.filter(meeting__number=number, meeting__be_year=year), False
        found, twice = super().get_search_results(request, queryset, term)
        if (other := to_arabic(term)) != term:
            also, _twice = super().get_search_results(request, queryset, other)
            found = found | also
        return found, twice

    @staticmethod
    def _asked_meeting(asked: str) -> Meeting | None:
        if not asked.isdecimal() or len(asked) > 18:
            return None
        return Meeting.objects.with_committee().filter(pk=int(asked)).first()

    # --- the page --------------------------------------------------------------------------

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        with transaction.atomic():
            item = self._item_asked(request, object_id)
            if isinstance(item, AgendaItem):
                return self._item_page(request, item)
        return item  # the way to the page where a meeting is chosen

    def _item_asked(self, request, object_id):
        """The item, its meeting's row locked while it is saved; or a new one of that meeting."""
        if object_id is None:
            if not self.has_add_permission(request):
                raise PermissionDenied
            if "meeting" not in request.GET:
                self.message_user(
                    request, _("Choose the meeting; items are added on its agenda."), messages.INFO
                )
                return redirect("admin:committees_meeting_changelist")
            meeting = self._asked_meeting(request.GET["meeting"])
            if meeting is None:
                raise Http404
            self._lock(request, meeting)
            if meeting.is_locked:
                return self._refused(request, meeting)
            return AgendaItem(meeting=meeting, section=self._asked_section(request, meeting))
        item = self.get_object(request, object_id)
        if item is None:
            raise Http404
        if not self.has_view_or_change_permission(request, item):
            raise PermissionDenied
        self._lock(request, item.meeting)
        if request.method == "POST" and not self.has_change_permission(request, item):
            raise PermissionDenied
        return item

    @staticmethod
    def _lock(request, meeting: Meeting) -> None:
        if request.method == "POST":
            rows = Meeting.objects.select_for_update().order_by().filter(pk=meeting.pk)
            meeting.minutes_state = rows.values_list("minutes_state", flat=True).get()

    def _refused(self, request, meeting):
        told = _("The minutes are certified: the agenda stays as it is.")
        self.message_user(request, told, messages.ERROR)
        return redirect("admin:committees_meeting_agenda", meeting.pk)

    @staticmethod
    def _asked_section(request, meeting: Meeting) -> int:
        sections = sections_of(meeting)
        asked = request.GET.get("section", "")
        known = {str(one.number): one.number for one in sections}
        return known.get(asked) or number_for(sections, Section.CONSIDERATION)

    def _item_page(self, request, item: AgendaItem):
        is_new = item.pk is None
        may_change = is_new or self.has_change_permission(request, item)
        form = resolutions = None
        if may_change:
            sent = {"data": request.POST} if request.method == "POST" else {}
            section_before = item.section
            form = ItemForm(**sent, instance=item)
            resolutions = ResolutionForms(
                **sent, instance=item, prefix="resolutions", register=Register(item)
            )
            # Both are asked, so that every error is told at once.
            if sent and all([form.is_valid(), resolutions.is_valid()]):
                self._save(request, form, resolutions, None if is_new else section_before)
                return self._after_saving(request, item, is_new)
            if sent and not is_new:
                # What is shown beside the form is the record, not what failed to be saved.
                item = self.get_object(request, item.pk)
        for row in (row for one in resolutions or () for row in one.assignments.initial_forms):
            if row.instance.pk:
                row.report_address = report_address(row.instance, item.meeting)
        page = self._told_of(item) | {
            "form": form,
            "resolutions": resolutions,
            "is_new": is_new,
            "may_delete": not is_new and self.has_delete_permission(request, item),
            "has_errors": bool(form and form.is_bound),
        }
        return render(
            request,
            "admin/committees/item.html",
            self.admin_site.each_context(request) | {"opts": self.opts} | page,
        )

    def _save(self, request, form, resolutions, section_before: int | None) -> None:
        item = form.instance
        if item.section != section_before:
            item.order = discussing.last_place(item.meeting, item.section) + 1
        item = form.save()
        if "access" in form.changed_data and item.access == Access.INTERNAL:
            discussing.close_what_follows(Q(follows=item))
        resolutions.instance = item
        resolutions.save()
        sets = [resolutions]
        for decided in resolutions.forms:
            if not decided.instance.pk or decided.cleaned_data.get("DELETE"):
                continue
            decided.assignments.save()
            sets.append(decided.assignments)
            several = decided.several.cleaned_data
            discussing.assign(decided.instance, **several)
        for order, decided in enumerate(Resolution.objects.filter(item=item), start=1):
            if decided.order != order:
                Resolution.objects.filter(pk=decided.pk).update(order=order)
        message = self.construct_change_message(request, form, sets, section_before is None)
        log = self.log_addition if section_before is None else self.log_change
        log(request, item, message)

    def _after_saving(self, request, item, is_new: bool):
        self.message_user(
            request,
            _("The item was added.") if is_new else _("The item was saved."),
            messages.SUCCESS,
        )
        if "_agenda" in request.POST:
            return redirect("admin:committees_meeting_agenda", item.meeting_id)
        following = self._neighbours(item)[1] if "_next" in request.POST else None
        if "_next" in request.POST and following is None:
            return redirect("admin:committees_meeting_agenda", item.meeting_id)
        return redirect("admin:committees_agendaitem_change", (following or item).pk)

    @staticmethod
    def _neighbours(item: AgendaItem) -> tuple[AgendaItem | None, AgendaItem | None]:
        """The item before and the item after, each with its number; one query."""
        items = [one for _s, ones in discussing.agenda_of(item.meeting) for one in ones]
        at = next((at for at, one in enumerate(items) if one.pk == item.pk), None)
        if at is None:
            return None, None
        item.shown_number = items[at].shown_number
        return (
            items[at - 1] if at else None,
            items[at + 1] if at + 1 < len(items) else None,
        )

    def _told_of(self, item: AgendaItem) -> dict:
        """What stands beside the form: where the item is, and what was decided before."""
        before, following = self._neighbours(item)
        meeting = item.meeting
        number = getattr(item, "shown_number", "")
        return {
            "item": item,
            "original": item if item.pk else None,
            "meeting": meeting,
            "section": section_of(sections_of(meeting), item.section),
            "before": before,
            "following": following,
            "title": _("Agenda item %(number)s") % {"number": number}
            if number
            else _("New agenda item"),
            "decided": decided_on(item, meeting) if item.pk else [],
            "earlier": item.follows,
            "earlier_number": shown_numbers([item.follows.meeting_id]).get(item.follows_id)
            if item.follows_id
            else "",
            "earlier_decided": decided_on(item.follows, meeting) if item.follows_id else [],
        }

    # --- removing --------------------------------------------------------------------------

    def get_deleted_objects(self, objs, request):
        """What departments reported is not removed with the item that asked for it."""
        told, count, missing, kept = super().get_deleted_objects(objs, request)
        reports = Progress.objects.filter(assignment__resolution__item__in=objs)
        return told, count, missing - {Progress._meta.verbose_name}, [*kept, *map(str, reports)]

    def response_delete(self, request, obj_display, obj_id):
        super().response_delete(request, obj_display, obj_id)
        return redirect("admin:committees_meeting_agenda", request.agenda_left)

    def delete_model(self, request, obj):
        request.agenda_left = obj.meeting_id
        super().delete_model(request, obj)


def decided_on(item: AgendaItem, meeting: Meeting) -> list[Resolution]:
    """The item's resolutions with their assignments, each with the address of its report."""
    tasks = Assignment.objects.select_related("department").prefetch_related(
        Prefetch("progress", Progress.objects.select_related("reported_in"))
    )
    decided = list(item.resolutions.prefetch_related(Prefetch("assignments", tasks)))
    for one in (one for resolution in decided for one in resolution.assignments.all()):
        one.report_address = report_address(one, meeting)
    return decided


def report_address(task: Assignment, meeting: Meeting) -> str:
    """Where progress is written down as told at that meeting."""
    try:
        address = reverse("admin:committees_assignment_report", args=[task.pk])
    except NoReverseMatch:
        return ""
    return f"{address}?meeting={meeting.pk}"
