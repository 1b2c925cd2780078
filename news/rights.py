"""Who may do what with an article or a page: the roles (iad.roles), the state, and whose it is."""

from iad.models import User
from iad.publication import Publication
from news.models import Article, Transition

State = Publication.State
Act = Transition.Act

FROM = {
    Act.SUBMIT: {State.DRAFT},
    Act.RETURN: {State.REVIEW},
    Act.PUBLISH: {State.DRAFT, State.REVIEW},
    Act.CONFIRM: {State.PUBLISHED},
    Act.WITHDRAW: {State.PUBLISHED},
    Act.RESTORE: {State.WITHDRAWN},
    Act.REVISE: {State.PUBLISHED},
}
# A standing page is one person's work: no review, no open edit.
OF_PAGES = {Act.PUBLISH, Act.WITHDRAW, Act.RESTORE}


def may(act: Act, text: Publication, user: User) -> bool:
    """Whether ``user`` may do ``act`` to ``text`` as it stands now."""
    if text.state not in FROM[act]:
        return False
    if not isinstance(text, Article):
        return act in OF_PAGES and user.has_perm("news.publish_page")
    if act in {Act.SUBMIT, Act.REVISE}:
        return may_write(text, user)
    if act == Act.CONFIRM and not (text.awaits_confirmation and user.pk != text.approved_by_id):
        return False
    return user.has_perm("news.publish_article")


def may_write(article: Article, user: User) -> bool:
    """Its author, or whoever may change the articles of others."""
    is_author = article.author_id == user.pk and user.has_perm("news.change_article")
    return is_author or user.has_perm("news.edit_any_article")


def may_see(article: Article, user: User) -> bool:
    """What readers do not see yet: staff who read at the desk; of authors, each their own."""
    if not (user.is_staff and user.has_perm("news.view_article")):
        return False
    writes = user.has_perm("news.change_article") and not user.has_perm("news.publish_article")
    return may_write(article, user) or not writes


def may_share(article: Article, user: User) -> bool:
    """Give a colleague outside the secret link to what readers do not see yet."""
    if article.is_public or article.state == State.WITHDRAWN:
        return False
    return may_write(article, user) or user.has_perm("news.publish_article")


def may_change(article: Article, user: User) -> bool:
    """The text itself: a draft by its author, anything but what is live by an editor.

    What is live is changed through its open edit, and so is whatever has one: putting it back
    would undo what was written into the original meanwhile.
    """
    if hasattr(article, "open_edit"):
        return False
    if user.has_perm("news.edit_any_article"):
        return not article.is_public
    return article.state == State.DRAFT and may_write(article, user)


def may_translate(article: Article, user: User) -> bool:
    """The other language: a translator or an editor also where it is live, an author in drafts."""
    if article.state == State.WITHDRAWN:
        return False
    translates = user.has_perm("news.translate_article") or user.has_perm("news.edit_any_article")
    return translates or may_change(article, user)


def acts_for(text: Publication, user: User) -> list[Act]:
    return [act for act in FROM if may(act, text, user)]
