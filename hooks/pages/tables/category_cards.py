"""The categories as cards."""

from msgspec import Struct

from website import urls
from website.localized_site import LocalizedSite


class CategoryCard(Struct, frozen=True, kw_only=True):
    """A category as a card."""

    number: int
    link: str
    name: str
    short: str
    introduction: str
    count: int
    # How many of these the latest list no longer has.
    left: int


def list_cards(site: LocalizedSite, path: str) -> list[CategoryCard]:
    """Return the cards of all categories for the page at `path`."""
    return [
        CategoryCard(
            number=site.category_number(key),
            link=site.link(path, urls.category(key)),
            name=site.say(category.name),
            short=site.say(category.short),
            introduction=site.say(category.introduction),
            count=len(site.register.by_category[key]),
            left=site.count_left(site.register.by_category[key]),
        )
        for key, category in site.register.vocabulary.categories.items()
    ]
