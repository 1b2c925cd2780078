"""Departments and people, as readers see them."""

from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.generic import DetailView, ListView

from committees.linked_data import department_page, list_page, person_page
from committees.models import Attendee, Department, Meeting, Person


class DepartmentList(ListView):
    template_name = "committees/departments.html"
    context_object_name = "departments"

    def get_queryset(self):
        return Department.objects.public().current().select_related("parent").alphabetical()

    def get_context_data(self, **kwargs):
        told = list_page(_("Departments"), self.request.path)
        return super().get_context_data(told=told, **kwargs)


class DepartmentDetail(DetailView):
    template_name = "committees/department.html"
    context_object_name = "department"

    def get_queryset(self):
        return Department.objects.public().select_related("parent")

    def get_context_data(self, **kwargs):
        department = self.object
        attended = Attendee.objects.public().present().filter(department=department)
        parts = department.parts.public().alphabetical()
        return super().get_context_data(
            parts=parts,
            told=department_page(department, parts, self.request.build_absolute_uri),
            secretariat_of=department.secretariat_of.public().alphabetical(),
            seats=department.memberships.public().current().select_related("committee", "person"),
            meetings=Meeting.objects.public()
            .filter(pk__in=attended.values("meeting"))
            .with_committee()[:20],
            **kwargs,
        )


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
        attended = person.attendances.public().present()
        current = seats.current()
        return super().get_context_data(
            seats=current,
            told=person_page(person, current, self.request.build_absolute_uri),
            former_seats=seats.past(),
            attendances=attended.select_related("meeting__committee", "department").order_by(
                "-meeting__starts_at", "-pk"
            )[:50],
            **kwargs,
        )
