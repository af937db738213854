"""Tables of what each language writes."""

LANGUAGES = ("ko", "en", "ja", "zh_Hans", "fr")


def rows(table: dict) -> list[tuple]:
    """Return (language, argument, expected) of a table: argument to one text for each language."""
    return [
        (language, argument, expected)
        for argument, texts in table.items()
        for language, expected in zip(LANGUAGES, texts, strict=True)
    ]
