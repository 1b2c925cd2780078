"""What narrows the log: a period, a person, an act, a kind of record."""

from datetime import datetime, time, timedelta

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from iad.forms import DateRangeField
from iad.log import Kind
from iad.models import User


class NumberFilter(admin.SimpleListFilter):
    """A choice among numbered things; what is no number among them finds nothing."""

    column = ""

    def queryset(self, request, queryset):
        if self.value() is None:
            return queryset
        if self.value() not in {str(number) for number, _label in self.lookup_choices}:
            return queryset.none()
        return queryset.filter(**{self.column: self.value()})


class PersonFilter(NumberFilter):
    title = _("person")
    parameter_name = "person"
    column = "user"

    def lookups(self, request, model_admin):
        return [(user.pk, f"{user} ({user.username})") for user in User.objects.all()]


class KindFilter(NumberFilter):
    title = _("act")
    parameter_name = "act"
    column = "action_flag"

    def lookups(self, request, model_admin):
        return Kind.choices


class RecordFilter(NumberFilter):
    title = _("kind of record")
    parameter_name = "record"
    column = "content_type"

    def lookups(self, request, model_admin):
        kinds = ContentType.objects.filter(
            pk__in=LogEntry.objects.order_by().values("content_type").distinct()
        )
        return sorted(((kind.pk, str(kind.name)) for kind in kinds), key=lambda kind: kind[1])


class PeriodFilter(admin.SimpleListFilter):
    """From one day to another in one line, in the Buddhist Era: 1–30 พฤศจิกายน 2569."""

    title = _("date")
    parameter_name = "period"
    template = "admin/log/period_filter.html"
    errors: tuple[str, ...] = ()

    def lookups(self, request, model_admin):
        return [("", "")]  # a line to type in, always there

    def choices(self, changelist):
        others = changelist.params.items()
        yield {"others": [(name, text) for name, text in others if name != self.parameter_name]}

    def queryset(self, request, queryset):
        try:
            period = DateRangeField(required=False).clean(self.value() or "")
        except ValidationError as error:
            self.errors = tuple(error.messages)
            return queryset.none()
        if period is None:
            return queryset
        first, last = (timezone.make_aware(datetime.combine(day, time.min)) for day in period)
        after = last + timedelta(days=1)
        return queryset.filter(action_time__gte=first, action_time__lt=after)

    @property
    def field(self):
        widget = DateRangeField.widget({"id": "id_period"})
        return widget.render(self.parameter_name, self.value())
