"""The OpenAPI description: valid, and true of whatever is answered."""

import json

import jsonschema
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from iad.api.resources import RESOURCES
from tests.api.filled import Filled

pytestmark = pytest.mark.django_db


@pytest.fixture
def described(client):
    return client.get("/api/v1/openapi.json").json()


def test_the_description_is_valid_openapi(described):
    OpenAPIV31SpecValidator(described).validate()

    assert described["openapi"] == "3.1.0"
    assert described["info"]["license"] == {
        "name": "CC BY 4.0",
        "url": "https://creativecommons.org/licenses/by/4.0/",
    }
    assert len(described["paths"]) == 4 * len(RESOURCES)


def test_every_operation_says_what_may_go_wrong(described):
    for path, operations in described["paths"].items():
        assert set(operations) == {"get"}, path
        answers = operations["get"]["responses"]
        assert {"200", "400"} <= set(answers), path
        assert ("404" in answers) is ("{id}" in path)
        problems = [one["content"] for status, one in answers.items() if int(status) >= 400]
        assert {name for content in problems for name in content} == {"application/problem+json"}
        for parameter in operations["get"]["parameters"]:
            bounds = parameter["schema"]
            assert bounds["type"] != "integer" or {"minimum", "maximum"} <= set(bounds), path


def test_every_schema_says_whose_words_it_uses(described):
    named = described["components"]["schemas"]

    for resource in RESOURCES:
        assert resource.standard in named[resource.schema.__name__]["description"]


def test_every_field_of_every_record_is_filled_somewhere(client):
    """So that whatever is tested on these records is tested on all that can be given."""
    Filled()
    for resource in RESOURCES:
        items = client.get(f"/api/v1/{resource.name}/").json()["items"]
        empty = {path for one in items for path, value in leaves(one) if value in (None, [])}
        full = {path for one in items for path, value in leaves(one) if value not in (None, [])}
        left = {path for path in empty - full if not any(one.startswith(path) for one in full)}
        assert left == set(), resource.name


def leaves(value, path=""):
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, f"{path}.{name}")
    elif isinstance(value, list) and value:
        for inner in value:
            yield from leaves(inner, path + "[]")
    else:
        yield path, value


def test_lines_of_the_files_are_as_described(client, described):
    Filled()
    for resource in RESOURCES:
        schema = {"$ref": f"#/components/schemas/{resource.schema.__name__}"} | {
            "components": described["components"]
        }
        validator = jsonschema.Draft202012Validator(schema)
        lines = b"".join(client.get(f"/api/v1/{resource.name}.jsonl")).decode().splitlines()
        listed = client.get(f"/api/v1/{resource.name}/").json()["items"]

        assert lines
        assert [read_as(line, validator) for line in lines] == listed


def read_as(line: str, validator) -> dict:
    record = json.loads(line)
    validator.validate(record)
    return record
