// What a page has of keeping the register on the device: a link, where the browser can. Nothing is
// loaded, and nothing stored, before a reader asks for it.

(() => {
  /** @type {HTMLAnchorElement | null} */
  const link = document.querySelector("[data-keep-link]");
  const canKeep = navigator.serviceWorker && window.caches && navigator.locks;
  if (!link || !canKeep || !location.protocol.startsWith("http")) return;
  link.parentElement.hidden = false;
  /** @type {HTMLElement | null} */
  const panel = document.querySelector("[data-keep-panel]");
  if (panel) {
    /** @type {HTMLElement} */ (panel.querySelector("[data-keep-cannot]")).hidden = true;
    /** @type {HTMLElement} */ (panel.querySelector("[data-keep-open]")).hidden = false;
  }
  const failed = panel?.querySelector("[data-keep-failed]");
  let loaded = false;
  async function load() {
    if (loaded) return;
    loaded = true;
    try {
      await Dom.loadScript(link.dataset.script);
    } catch {
      loaded = false;
    }
    if (failed) /** @type {HTMLElement} */ (failed).hidden = loaded;
  }
  const wantsPanel = () => panel && location.hash === "#keep";
  // Not that of another site, above this one's path.
  const isKept = navigator.serviceWorker.controller?.scriptURL === `${__md_scope}sw.js`;
  if (isKept || __md_get("keep") || wantsPanel()) load();
  addEventListener("hashchange", () => wantsPanel() && load());
  panel?.querySelector("[data-keep-open] button").addEventListener("click", () => {
    panel.dataset.keepAsked = "";
    load();
  });
})();
