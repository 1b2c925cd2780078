"""What stands in `<time datetime>`: HTML reads thousandths of a second at most."""

from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (datetime(2020, 2, 14, 6, 30, 5, 123456, tzinfo=UTC), "2020-02-14T13:30:05+07:00"),
        (datetime(2020, 2, 14, 6, 30, tzinfo=UTC), "2020-02-14T13:30:00+07:00"),
        (date(2020, 2, 14), "2020-02-14"),
    ],
)
def test_a_moment_is_written_to_the_second_and_a_day_as_a_day(value, written):
    page = Template('<time datetime="{{ value|date:"c" }}">')

    assert page.render(Context({"value": value})) == f'<time datetime="{written}">'
