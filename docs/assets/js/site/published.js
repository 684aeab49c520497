// Whether this page is still the one that is published: looked at when something of it cannot be
// loaded, and when a reader comes back to it, or goes on with it, after a while. What looks is
// newer.js at the site's root: its name stays, so that it is there after a deploy.

(() => {
  // A page of the preview or of the offline edition has none.
  if (!document.documentElement.dataset.edition) return;
  const WHILE = 300_000; // milliseconds
  const NAME = "newer.js";
  let next = Date.now() + WHILE;

  function look() {
    next = Date.now() + WHILE;
    // Without a network there is nothing to say.
    Dom.loadScript(new URL(NAME, __md_scope).href).catch(() => {});
  }

  function lookAgain() {
    if (Date.now() > next && !document.hidden && navigator.onLine) look();
  }
  for (const event of ["visibilitychange", "pageshow", "pointerdown", "keydown"]) {
    addEventListener(event, lookAgain, true);
  }

  /** Something is missing: this has to be said again to whoever put it off. */
  function doubt() {
    delete document.documentElement.dataset.newer;
    look();
  }
  addEventListener("incomplete", doubt);
  addEventListener(
    "error",
    (/** @type {any} */ { target }) => {
      if (target.matches?.("script, link") && !target.src?.endsWith(`/${NAME}`)) doubt();
    },
    true,
  );
  // The theme's script starts one and asks no more of it.
  window.Worker = class extends Worker {
    /** @param {string | URL} address */
    constructor(address) {
      super(address);
      this.addEventListener("error", doubt);
    }
  };
})();
