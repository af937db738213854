// The reader's language for what Streamlit itself writes and for the browser's
// own formats. `WORDS` (language -> {locale, exact, patterns}), `LETTERS`
// (language -> address of a style sheet) and `ENDONYMS` (name of a language in
// itself -> language) stand above this when it is sent. It runs before
// Streamlit's bundle and outlives the server, so that the first calendar and
// the last "connection lost" are both translated.
(() => {
  const ATTRIBUTES = ["aria-label", "title", "placeholder", "aria-description", "aria-valuetext", "aria-roledescription"];
  // Our own words and the database's are never touched: a centre may be called
  // "System", a heading may be "Time".
  const OURS = ["script", "style", "code", "pre", "svg.marks text", "[role=gridcell]", "[role=tab]",
    "[role=option]", "[data-testid=stIconMaterial]", "[data-testid=stMarkdown]", "[data-testid=stHtml]",
    "[data-testid=stHeading]", "[data-testid=stText]", "[data-testid=stCaptionContainer]",
    "[data-testid=stTable]", "[data-testid=stWidgetLabel]", "[data-testid=stTopNavLink]",
    "[data-testid=stSidebarNavLink]", "[data-testid=stPageLink]"].join(",");
  const STREAMLITS_OPTIONS = /^(No results|Select all|Add: .*|You can only select up to .*)$/;
  const JOINER = "\u2060";
  const texts = new WeakMap();       // text node -> {source, shown}: a switch starts from the English again
  const attributes = new WeakMap();  // element -> {attribute: {source, shown}}
  const named = new WeakSet();       // elements whose whole text is a name in another language
  const root = document.documentElement;
  let names = ENDONYMS;              // name -> its language
  let lastNames = "{}";
  let language = root.lang;
  let patterns = [];

  // The new style sheet is there before the old one goes: no letter is undressed between.
  const dress = () => {
    const old = document.getElementById("letters");
    if (!old || old.getAttribute("href") === LETTERS[language]) return;
    const next = old.cloneNode();
    next.href = LETTERS[language];
    next.addEventListener("load", () => old.remove());
    old.removeAttribute("id");
    old.after(next);
  };

  const use = (tag) => {
    language = WORDS[tag] ? tag : language;
    patterns = WORDS[language].patterns.map(([pattern, words]) => [new RegExp(pattern), words]);
    root.lang = language;
    dress();
    // React's calendar keeps the locale that it met first; this is where it looks.
    window[Symbol.for("react-aria.i18n.locale")] = WORDS[language].locale;
    window.dispatchEvent(new Event("languagechange"));
  };

  // Calendars and number formats follow the browser's language: make it the page's.
  const locales = { language: () => WORDS[language].locale, languages: () => [WORDS[language].locale, "en"] };
  for (const [name, get] of Object.entries(locales))
    Object.defineProperty(navigator, name, { get, configurable: true });

  // The same for whoever formats without naming a language.
  const own = (locales) => (locales === undefined ? WORDS[language].locale : locales);
  for (const name of ["Collator", "DateTimeFormat", "DisplayNames", "ListFormat", "NumberFormat", "PluralRules", "RelativeTimeFormat"])
    Intl[name] = new Proxy(Intl[name], {
      construct: (made, [locales, ...rest], as) => Reflect.construct(made, [own(locales), ...rest], as),
      apply: (made, self, [locales, ...rest]) => Reflect.apply(made, self, [own(locales), ...rest]),
    });
  for (const [kind, methods] of [[Number, ["toLocaleString"]], [Date, ["toLocaleString", "toLocaleDateString", "toLocaleTimeString"]]])
    for (const method of methods) {
      const plain = kind.prototype[method];
      kind.prototype[method] = function (locales, options) { return plain.call(this, own(locales), options); };
    }

  // A day that React's calendar writes out in English on every page: "<July 05, 2026>".
  const dated = (words) => words.replace(/<([A-Z][a-z]+ \d\d, \d{4})>/g, (unused, day) =>
    new Date(day).toLocaleDateString(undefined, { dateStyle: "long" }));

  const translated = (text) => {
    const key = text.trim().replace(/\s+/g, " ");
    if (!key) return text;
    let words = Object.hasOwn(WORDS[language].exact, key) ? WORDS[language].exact[key] : undefined;
    if (words === undefined) {
      const found = patterns.find(([pattern]) => pattern.test(key));
      if (found) words = dated(key.replace(found[0], found[1]));
    }
    return words === undefined ? text : text.replace(text.trim(), () => words);
  };

  // A dialog takes its name from a label with its marks: **bold**, \-escapes, joiners.
  const unmarked = (text) => text.replace(/\*\*|\\(?=[!-/:-@[-`{-~])|\u2060/g, "");

  // Only values change, never the tree: React does not notice.
  const kept = (memory, current) => (memory && memory.shown === current ? memory : { source: current });

  // Where Streamlit draws a name, nothing of ours can say its language: options, labels, charts.
  const nameLanguage = (node, parent) => {
    if (parent.hasAttribute("lang") && !named.has(parent)) return;
    const name = node.nodeValue.replaceAll(JOINER, "").trim();
    const tag = parent.childNodes.length === 1 && Object.hasOwn(names, name) ? names[name] : language;
    if (tag !== language) {
      named.add(parent);
      parent.setAttribute("lang", tag);
    } else if (named.delete(parent)) parent.removeAttribute("lang");
  };

  const translateText = (node) => {
    const parent = node.parentElement;
    if (!parent) return;
    nameLanguage(node, parent);
    if (parent.closest(OURS) && !(parent.closest("[role=option]") && STREAMLITS_OPTIONS.test(node.nodeValue.trim()))) return;
    const memory = kept(texts.get(node), node.nodeValue);
    memory.shown = translated(memory.source);
    texts.set(node, memory);
    if (memory.shown !== node.nodeValue) node.nodeValue = memory.shown;
  };

  const translateAttribute = (element, name) => {
    const current = element.getAttribute(name);
    if (current === null) return;
    const memories = attributes.get(element) || {};
    const memory = (memories[name] = kept(memories[name], current));
    memory.shown = translated(element.getAttribute("role") === "dialog" ? unmarked(memory.source) : memory.source);
    attributes.set(element, memories);
    if (memory.shown !== current) element.setAttribute(name, memory.shown);
  };

  const walk = (top) => {
    if (top.nodeType === Node.TEXT_NODE) return translateText(top);
    if (top.nodeType !== Node.ELEMENT_NODE) return;
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = top; node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) translateText(node);
      else for (const name of ATTRIBUTES) if (node.hasAttribute(name)) translateAttribute(node, name);
    }
  };

  // The page says its language in an element of each run: an in-app switch comes
  // without a reload, and needs no script of the page's own.
  const follow = () => {
    const marks = document.querySelectorAll("[data-page-language]");
    const mark = marks[marks.length - 1];
    if (!mark) return;
    const { pageLanguage, pageTitle, pageNames } = mark.dataset;
    const renamed = pageNames !== lastNames;
    if (renamed) names = { ...JSON.parse((lastNames = pageNames)), ...ENDONYMS };
    if (pageTitle && document.title !== pageTitle) document.title = pageTitle;
    const switched = pageLanguage !== language && WORDS[pageLanguage];
    if (switched) use(pageLanguage);
    if (switched || renamed) walk(document.body);
  };

  const observe = () => {
    walk(document.body);
    new MutationObserver((changes) => {
      for (const change of changes) {
        if (change.type === "characterData") translateText(change.target);
        else if (change.type === "attributes") translateAttribute(change.target, change.attributeName);
        else change.addedNodes.forEach(walk);
      }
      follow();
    }).observe(document.body, {
      subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
    });
    // Streamlit takes the title back at each run, even where the mark stays as it was.
    new MutationObserver(follow).observe(document.head, { subtree: true, childList: true, characterData: true });
  };

  use(language);
  if (document.body) observe();
  else document.addEventListener("DOMContentLoaded", observe);
})();
