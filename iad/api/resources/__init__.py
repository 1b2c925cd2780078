"""Every kind of record that is open data, in the order in which the page lists them."""

from iad.api.resource import Resource
from iad.api.resources.committees import COMMITTEES, MEMBERSHIPS
from iad.api.resources.meetings import MEETINGS
from iad.api.resources.news import ARTICLES, TOPICS
from iad.api.resources.register import DEPARTMENTS, PEOPLE

RESOURCES: tuple[Resource, ...] = (
    ARTICLES,
    MEETINGS,
    COMMITTEES,
    MEMBERSHIPS,
    PEOPLE,
    DEPARTMENTS,
    TOPICS,
)
OF_KIND = {resource.kind: resource for resource in RESOURCES}
