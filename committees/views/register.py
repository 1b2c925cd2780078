"""Departments and people, as readers see them."""

from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.generic import DetailView, ListView

from committees.linked_data import department_page, list_page, person_page
from committees.models import Assignment, Attendee, Department, Meeting, Person
from committees.views.families import families_of
from iad.bilingual import active_language

DISTRICT_OFFICE = "สำนักงานเขต"  # with which the official name of each begins


class DepartmentList(ListView):
    """The city's departments with the offices under each; then the districts."""

    template_name = "committees/departments.html"
    context_object_name = "departments"

    def get_queryset(self):
        return Department.objects.public().current().alphabetical().select_related("parent")

    def get_context_data(self, **kwargs):
        rows = families_of(self.object_list)
        return super().get_context_data(
            told=list_page(_("Departments"), self.request.path),
            offices=[row for row in rows if not is_district(row[0])],
            districts=[row for row in rows if is_district(row[0])],
            **kwargs,
        )


def is_district(department: Department) -> bool:
    return department.name_th.startswith(DISTRICT_OFFICE)


class DepartmentDetail(DetailView):
    template_name = "committees/department.html"
    context_object_name = "department"

    def get_queryset(self):
        return Department.objects.public().select_related("parent")

    def get_context_data(self, **kwargs):
        department = self.object
        attended = Attendee.objects.public().present().filter(department=department)
        parts = department.parts.public().alphabetical()
        seats = department.memberships.public().current().select_related("committee", "person")
        meetings = Meeting.objects.public().filter(pk__in=attended.values("meeting"))
        return super().get_context_data(
            parts=parts,
            told=department_page(department, parts, self.request.build_absolute_uri),
            secretariat_of=department.secretariat_of.public().alphabetical(),
            seats=seats.order_by(*by_committee()),
            is_assigned=Assignment.objects.public().filter(department=department).exists(),
            meetings=meetings.with_committee().order_by("-starts_at", "-pk")[:20],
            **kwargs,
        )


def by_committee() -> tuple[str, ...]:
    """The order of seats on several committees: by the committees' names, as readers know them."""
    return f"committee__sort_{active_language()}", "order", "pk"


class PersonDetail(DetailView):
    """An official's seats and the meetings attended in them; a merged entry leads on."""

    template_name = "committees/person.html"
    context_object_name = "person"

    def get(self, request, *args, **kwargs):
        self.object = get_object_or_404(Person.objects.public().at_address(kwargs["pk"]))
        if self.object.pk != kwargs["pk"]:
            return redirect(self.object, permanent=True)
        return self.render_to_response(self.get_context_data(object=self.object))

    def get_context_data(self, **kwargs):
        person = self.object
        seats = person.memberships.public().select_related("committee", "department")
        seats = seats.order_by(*by_committee())
        attended = person.attendances.public().present()
        current = seats.current()
        return super().get_context_data(
            seats=current,
            told=person_page(person, current, self.request.build_absolute_uri),
            former_seats=seats.past().order_by("-ends_on", "pk"),
            attendances=attended.select_related("meeting__committee", "department").order_by(
                "-meeting__starts_at", "-pk"
            )[:50],
            **kwargs,
        )
