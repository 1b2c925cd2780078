"""Departments and people, as readers see them."""

from django.shortcuts import get_object_or_404, redirect
from django.views.generic import DetailView, ListView

from committees.models import Attendee, Department, Meeting, Person


class DepartmentList(ListView):
    template_name = "committees/departments.html"
    context_object_name = "departments"

    def get_queryset(self):
        return Department.objects.public().current().select_related("parent").alphabetical()


class DepartmentDetail(DetailView):
    template_name = "committees/department.html"
    context_object_name = "department"

    def get_queryset(self):
        return Department.objects.public().select_related("parent")

    def get_context_data(self, **kwargs):
        department = self.object
        attended = Attendee.objects.public().present().filter(department=department)
        return super().get_context_data(
            parts=department.parts.public().alphabetical(),
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
        return super().get_context_data(
            seats=seats.current(),
            former_seats=seats.past(),
            attendances=attended.select_related("meeting__committee", "department").order_by(
                "-meeting__starts_at", "-pk"
            )[:50],
            **kwargs,
        )
