// What is sought stands in the address of the page that a result leads away from: Back brings the
// query and its results again. While a reader types, the address stays as it is.

(() => {
  /** @type {HTMLInputElement | null} */
  const query = document.querySelector("[data-md-component=search-query]");
  /** @type {HTMLInputElement | null} */
  const toggle = document.querySelector("#__search");
  if (!query || !toggle) return;

  /** @param {string} text */
  function put(text) {
    const address = new URL(location.href);
    if (text) address.searchParams.set("q", text);
    else address.searchParams.delete("q");
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }

  toggle.addEventListener("change", () => {
    if (!toggle.checked && /[?&]q=/.test(location.search)) put("");
  });
  // After the theme, which closes the search when a result is clicked.
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { target } = event;
    if (target instanceof Element && target.closest(".md-search-result a")) put(query.value.trim());
  });
  // Whether it kept the page or fills in its fields again, the browser brings back the search as it
  // was when the page was left: closed.
  addEventListener("pageshow", () => {
    if (!/[?&]q=/.test(location.search) || toggle.checked) return;
    toggle.checked = true;
    toggle.dispatchEvent(new Event("change"));
    query.focus();
  });
})();
