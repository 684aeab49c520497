// Loaded when a reader asks to keep the register, and on every page where one is kept.

(() => {
  /** @type {HTMLAnchorElement} */
  const link = document.querySelector("[data-keep-link]");
  /** @type {HTMLElement} */
  const panel = document.querySelector("[data-keep-panel]");
  /** @type {HTMLElement} */
  const notKept = document.querySelector("[data-not-kept]");
  const isAsked = () => location.hash === "#keep" || "keepAsked" in panel.dataset;

  /** @param {string} name */
  const reveal = (name) => panel?.querySelector(`[data-keep-${name}]`).removeAttribute("hidden");

  async function begin() {
    try {
      await Keeper.readKept();
    } catch {
      // A browser may forbid to store anything, in a private window for instance.
      reveal("cannot");
      panel?.querySelector("[data-keep-open]").setAttribute("hidden", "");
      return;
    }
    try {
      await KeptWording.load();
    } catch {
      reveal("failed");
      // The button that is there tries once more.
      panel?.querySelector("[data-keep-change]").addEventListener("click", begin, { once: true });
      return;
    }
    panel?.querySelector("[data-keep-failed]").setAttribute("hidden", "");
    show();
  }

  async function show() {
    if (notKept) NotKept.show(notKept, await Keeper.readEdition());
    if (link) KeptNotices.show(link);
    if (panel) {
      KeptPanel.show(panel);
      const { kept, run } = Keeper.state;
      if (!kept && !run && isAsked()) KeptPanel.offer();
    }
    Keeper.start();
    Keeper.check().catch(() => {
      // No network, or a poor one: another page asks again.
    });
  }

  begin();
})();
