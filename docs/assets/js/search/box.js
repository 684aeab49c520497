// What the search box does beside the theme: it says what the worker says of the results, and marks
// the words searched for on the page that a result leads to.

(() => {
  /** @type {HTMLInputElement} */
  const query = document.querySelector("[data-md-component=search-query]");
  const result = document.querySelector("[data-md-component=search-result]");
  if (!query || !result) return;
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);

  const [status, list] = [result.firstElementChild, result.lastElementChild];

  /** Set apart what the worker found in the other language, and say what it says of the whole. */
  function explain() {
    const note = list.querySelector("[data-search-status]");
    if (note && status.textContent !== note.dataset.searchStatus) {
      status.textContent = note.dataset.searchStatus;
    }
    const other = list.querySelector("[data-search-other]");
    if (other && !list.querySelector(".search-other")) {
      const heading = document.createElement("li");
      heading.className = "search-other";
      heading.textContent = other.dataset.searchOther;
      other.closest("li").before(heading);
    }
    // The theme leads to results by arrow keys only.
    for (const link of list.querySelectorAll("a[tabindex]")) link.removeAttribute("tabindex");
    for (const offer of list.querySelectorAll("[data-search-query]")) {
      offer.closest("li").classList.add("search-offer");
    }
  }

  // The link among the results that has the focus: the results of a letter typed before may arrive
  // late, and replace it.
  /** @type {any} */
  let focused = null;
  document.addEventListener("focusin", ({ target }) => {
    focused = list.contains(/** @type {Node} */ (target)) ? target : null;
  });

  /** @param {HTMLAnchorElement} link whose query names the words searched for */
  const address = ({ href }) => href?.replace(/\?[^#]*/, "");

  function keepFocus() {
    if (!focused || focused.isConnected || document.activeElement !== document.body) return;
    const links = /** @type {HTMLAnchorElement[]} */ ([...list.querySelectorAll("a[href]")]);
    (links.find((link) => address(link) === address(focused)) ?? links[0] ?? query).focus();
  }

  new MutationObserver(() => {
    explain();
    keepFocus();
  }).observe(list, { childList: true });
  explain();

  // The theme hears keys only: not what is pasted by the mouse, dictated, or put in by a phone.
  query.addEventListener("input", () => query.dispatchEvent(new KeyboardEvent("keyup")));

  // Another spelling is searched for at once; the link leads there without us, too.
  list.addEventListener(
    "click",
    (/** @type {any} */ event) => {
      const offer = event.target.closest("a")?.querySelector("[data-search-query]");
      if (!offer) return;
      event.preventDefault();
      event.stopPropagation();
      query.value = offer.dataset.searchQuery;
      query.focus();
      query.dispatchEvent(new KeyboardEvent("keyup"));
    },
    true,
  );

  if (new URLSearchParams(location.search).get("h")) {
    Dom.loadScript(new URL("highlight.js", src).href);
  }
})();
