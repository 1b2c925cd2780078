"""A page as a reader takes it in: its words, its labels, what stands beside them."""

from bs4 import BeautifulSoup, Tag
from django.test import Client


def page_of(client: Client, address: str, status: int = 200) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == status, f"{address} answers {response.status_code}"
    return BeautifulSoup(response.content, "html.parser")


def said(element: Tag) -> str:
    """Its words in one line."""
    return " ".join(element.get_text(" ").split())


def facts(page: Tag) -> dict[str, str]:
    """The labels of a page with what stands beside each."""
    return {said(term): said(term.find_next_sibling("dd")) for term in page.select("dl dt")}
