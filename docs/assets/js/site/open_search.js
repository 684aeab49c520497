// Open the search box by key or button, load what it needs, and lead the focus in and out.

(() => {
  /** @type {HTMLInputElement | null} */
  const query = document.querySelector("[data-md-component=search-query]");
  const box = document.querySelector(".md-search");
  /** @type {HTMLElement | null} */
  const themeScript = document.querySelector("[data-theme-script]");
  /** @type {HTMLInputElement | null} */
  const toggle = document.querySelector("#__search");
  if (!query || !box || !themeScript || !toggle) return;
  const SEARCH = ".md-search, [data-search-open]";
  const SHORTCUTS = ["/", "f", "s"];
  const { src: here } = /** @type {HTMLScriptElement} */ (document.currentScript);

  // What a reader has typed.
  /** @type {string | null} */
  let typed = null;
  query.addEventListener("input", () => (typed = query.value));
  // The policy of the page forbids it, and says so; the theme prevents it once it is there.
  query.form.addEventListener("submit", (event) => event.preventDefault());

  // The theme's script is for the search, and weighs more than all the rest of a page: it is loaded
  // when the search is about to be used. It takes up the focus and the text that it finds.
  async function loadTheme() {
    const { themeScript: src } = themeScript.dataset;
    if (!src) return;
    delete themeScript.dataset.themeScript;
    // It would fetch a sitemap for each; with a space they mean the same, and it passes them over.
    /** @type {NodeListOf<HTMLLinkElement>} */
    const alternates = document.querySelectorAll("link[rel=alternate]");
    for (const link of alternates) link.rel = "alternate ";
    // The theme works without it, too.
    Dom.loadScript(new URL("box.js", here).href).catch(() => {});
    try {
      if (location.protocol === "file:") {
        await Dom.loadScript(new URL("worker_stand_in.js", here).href);
      }
      await Dom.loadScript(src);
      // It has put the words of the address there, whatever had been typed meanwhile.
      query.value = typed ?? query.value;
    } catch {
      // The browser reports it.
    }
  }

  // Anyone's link may bring words to search for: no more than the box takes, because a word without
  // end would keep the search busy for minutes. Mail programs rewrite the signs between its parts.
  function readAddress() {
    const signs = /(^\?|&|%26)(?:amp(?:;|%3B))*([qh])(?:=|%3D)/gi;
    const repaired = location.search.replace(signs, (_, before, name) =>
      `${before === "?" ? "?" : "&"}${name.toLowerCase()}=`,
    );
    if (!/[?&][qh]=/.test(repaired)) return;
    const asked = new URLSearchParams(repaired);
    const long = ["q", "h"].filter((name) => (asked.get(name) ?? "").length > query.maxLength);
    for (const name of long) asked.set(name, asked.get(name).slice(0, query.maxLength));
    if (long.length || repaired !== location.search) {
      history.replaceState(history.state, "", `?${asked}${location.hash}`);
    }
    loadTheme();
  }

  /**
   * @param {EventTarget | null} target
   * @param {string} selector
   */
  const isWithin = (target, selector) => target instanceof Element && target.closest(selector);

  for (const event of ["focusin", "input", "pointerover", "touchstart"]) {
    document.addEventListener(event, ({ target }) => isWithin(target, SEARCH) && loadTheme(), {
      passive: true,
    });
  }
  readAddress();
  for (const button of document.querySelectorAll("[data-search-open]")) {
    button.addEventListener("click", () => query.focus());
  }

  // Speech input and some helps for reading use single keys: a reader may switch ours off.
  /** @type {HTMLInputElement | null} */
  const shortcuts = document.querySelector("#shortcuts");
  if (shortcuts) {
    shortcuts.checked = __md_get("shortcuts") !== false;
    shortcuts.addEventListener("change", () => __md_set("shortcuts", shortcuts.checked));
  }

  // Where the focus was before it came into the search box.
  /** @type {HTMLElement | null} */
  let before = null;

  /** @param {boolean} isOpen */
  function setOpen(isOpen) {
    if (toggle.checked === isOpen) return;
    toggle.checked = isOpen;
    toggle.dispatchEvent(new Event("change"));
  }

  /**
   * Before the theme's script gets the key: it would open the search by single keys whatever the
   * reader chose, close it at Tab, and leave the focus nowhere at Escape.
   * @param {KeyboardEvent} event
   */
  function takeKey(event) {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (isWithin(target, ".md-search")) {
      if (key === "Tab") event.stopPropagation();
      if (key === "Escape") {
        event.stopPropagation();
        setOpen(false);
        query.blur();
        before?.focus();
      }
      return;
    }
    if (!SHORTCUTS.includes(key) || ctrlKey || metaKey || altKey) return;
    if (isWithin(target, "input, select, textarea, [contenteditable]")) return;
    event.stopPropagation();
    if (shortcuts && !shortcuts.checked) return;
    event.preventDefault();
    query.focus();
  }
  document.addEventListener("keydown", takeKey, true);
  box.addEventListener("focusin", ({ relatedTarget, target }) => {
    if (!isWithin(relatedTarget, ".md-search")) before = /** @type {any} */ (relatedTarget);
    // The theme does so, too, but comes late on a slow line: a reader sees what is being typed.
    if (target === query) setOpen(true);
  });
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !isWithin(relatedTarget, ".md-search")) setOpen(false);
  });
})();
