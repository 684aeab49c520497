// What the search box does beside the theme: it wakes the worker in time, tells what the worker
// says of the results, and marks the words searched for on the page that a result leads to.
"use strict";

(() => {
  const query = document.querySelector("[data-md-component=search-query]");
  const result = document.querySelector("[data-md-component=search-result]");
  if (!query || !result) return;
  const { src } = document.currentScript;

  // A worker is out of reach here, but listens to this. From file:// the theme waits by itself.
  if (location.protocol !== "file:") {
    const channel = new BroadcastChannel("search");
    const wake = () => channel.postMessage("wake");
    query.addEventListener("focus", wake);
    const whenIdle = window.requestIdleCallback ?? ((call) => setTimeout(call, 1000));
    if (!navigator.connection?.saveData) addEventListener("load", () => whenIdle(wake));
  }

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
    for (const offer of list.querySelectorAll("[data-search-query]")) {
      offer.closest("li").classList.add("search-offer");
    }
  }
  new MutationObserver(explain).observe(list, { childList: true });

  // Another spelling is searched for at once; the link leads there without us, too.
  list.addEventListener(
    "click",
    (event) => {
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
    for (const name of ["words.js", "highlight.js"]) {
      const script = document.createElement("script");
      script.async = false;
      script.src = new URL(name, src).href;
      document.head.append(script);
    }
  }
})();
