"""All that a page says: what is seen and what is announced, each with the language that it names."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

# Attributes that a reader sees or hears. `data-language` is drawn by a style.
ATTRIBUTES = (
    "aria-label",
    "aria-description",
    "aria-placeholder",
    "aria-roledescription",
    "aria-valuetext",
    "title",
    "placeholder",
    "alt",
    "label",
    "data-language",
)
# Names of pictograms: a font draws them, and screen readers pass over them.
PICTOGRAMS = "[data-testid=stIconMaterial][aria-hidden=true]"

COLLECT = """
([names, pictograms]) => {
  const found = new Map();
  const tell = (kind, text, element) => {
    const said = text.replace(/[\\u2060\\u200b]/g, "").trim();
    const tag = element.closest("[lang]").getAttribute("lang");
    if (said) found.set(JSON.stringify([kind, said, tag]), [kind, said, tag]);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = document.body; node; node = walker.nextNode()) {
    if (node.nodeType === Node.ELEMENT_NODE)
      for (const name of names) { if (node.hasAttribute(name)) tell(name, node.getAttribute(name), node); }
    else if (!node.parentElement.closest(`script, style, noscript, ${pictograms}`))
      tell("text", node.nodeValue, node.parentElement);
  }
  for (const input of document.querySelectorAll("input:not([type=radio])")) tell("value", input.value, input);
  tell("document title", document.title, document.documentElement);
  return [...found.values()];
}
"""


@dataclass(frozen=True)
class Said:
    """One text: its kind ("text", "document title", or an attribute), and its nearest `lang`."""

    kind: str
    text: str
    tag: str


def said(page: Page) -> set[Said]:
    """Return all that the page says now."""
    return {Said(*each) for each in page.evaluate(COLLECT, [ATTRIBUTES, PICTOGRAMS])}
