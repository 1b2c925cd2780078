"""Under which licence the data is given: OPEN_DATA_LICENSE and OPEN_DATA_LICENSE_URL."""

from django.conf import settings


def license_told() -> dict[str, str]:
    return {"name": settings.OPEN_DATA_LICENSE, "url": settings.OPEN_DATA_LICENSE_URL}
