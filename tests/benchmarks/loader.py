"""A portal of any size for measuring: articles of lifelike length, the same ones every time.

    python -m tests.benchmarks.loader 20000

Words are drawn as languages draw them (few often, many seldom), from the sample portal's texts.
Two words that stand side by side in one article of a thousand are what the benchmark looks for.
"""

import os
import random
import sys
import tomllib
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import django

HOUSE = Path(__file__).resolve().parents[2]
RARE = "ดาวเทียมสำรวจ"  # two words, side by side in one article of RARE_EVERY and in no other
RARE_EVERY = 1_000
BATCH = 1_000
WORDS_IN_BODY = (120, 420)
FIRST_DAY = date(2008, 1, 1)


def vocabulary(language: str) -> list[str]:
    """The words of the sample articles, most frequent first."""
    from iad.richtext import plain  # noqa: PLC0415 - Django is set up by whoever loads
    from iad.thai.words import words  # noqa: PLC0415

    counted: dict[str, int] = {}
    for file in sorted((HOUSE / "iad/demo/data/articles").glob("*.toml")):
        told = tomllib.loads(file.read_text("utf-8"))
        for key, value in told.items():
            if key.endswith(f"_{language}") and isinstance(value, str):
                for word in words(plain(value)):
                    if word.strip() and word[0].isalpha():
                        counted[word] = counted.get(word, 0) + 1
    return sorted(counted, key=lambda word: (-counted[word], word))


class Writer:
    """Articles by their number; the same number gives the same article."""

    def __init__(self):
        self.words = {language: vocabulary(language) for language in ("th", "en")}
        self.weights = {
            language: [1 / rank for rank in range(2, len(words) + 2)]
            for language, words in self.words.items()
        }

    def text(self, chance: random.Random, language: str, count: int) -> str:
        drawn = chance.choices(self.words[language], self.weights[language], k=count)
        if language == "en":
            return " ".join(drawn)
        # Thai breathes every few words.
        return " ".join("".join(drawn[at : at + 7]) for at in range(0, count, 7))

    def article(self, number: int) -> dict:
        chance = random.Random(number)
        length = chance.randint(*WORDS_IN_BODY)
        body = {one: self.text(chance, one, length) for one in ("th", "en")}
        if number % RARE_EVERY == 0:
            body["th"] += f" {RARE}"
        return {
            "title_th": self.text(chance, "th", 14),
            "title_en": self.text(chance, "en", 9),
            "summary_th": self.text(chance, "th", 30),
            "body_th": f"<p>{body['th']}</p>",
            "body_en": f"<p>{body['en']}</p>",
            "date": FIRST_DAY + timedelta(days=number % 6500),
        }


def load(count: int, tell=None) -> None:
    """Fill the database up to so many public articles."""
    from django.utils import timezone  # noqa: PLC0415

    from news.importing.loading import importer  # noqa: PLC0415
    from news.models import Article, Topic  # noqa: PLC0415

    writer, by, now = Writer(), importer(), timezone.now()
    topics = [
        Topic.objects.get_or_create(slug=f"bench-{at}", defaults={"name_th": f"หัวข้อ {at}"})[0]
        for at in range(8)
    ]
    through = Article.topics.through
    numbers = iter(range(Article.objects.count() + 1, count + 1))
    while batch := list(islice(numbers, BATCH)):
        made = Article.objects.bulk_create(
            Article(
                author=by,
                state="published",
                publish_at=now,
                first_published_at=now,
                **writer.article(number),
            )
            for number in batch
        )
        through.objects.bulk_create(
            through(article_id=one.pk, topic_id=topics[one.pk % len(topics)].pk) for one in made
        )
        if tell:
            tell(batch[-1])


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "iad.settings")
    django.setup()
    load(int(sys.argv[1]), lambda done: sys.stderr.write(f"{done} articles\n"))


if __name__ == "__main__":
    main()
