// Loaded before the page shows: what the theme's scripts expect, and light or dark without a flash.

{
  // Beside the site's root, whichever page this is; also the prefix of what is remembered.
  const scope = new URL("../..", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  /**
   * @param {string} key
   * @param {URL} base
   */
  const name = (key, base) => `${base.pathname}.${key}`;
  Object.assign(window, {
    __md_scope: scope,
    /** @param {string} text */
    __md_hash: (text) => [...text].reduce((hash, each) => (hash << 5) - hash + each.charCodeAt(0), 0),
    // A browser may forbid to remember anything: then even `localStorage` fails.
    /** @type {typeof __md_get} */
    __md_get: (key, storage, base = scope) => {
      try {
        return JSON.parse((storage ?? localStorage).getItem(name(key, base)));
      } catch {
        return null;
      }
    },
    /** @type {typeof __md_set} */
    __md_set: (key, value, storage, base = scope) => {
      try {
        (storage ?? localStorage).setItem(name(key, base), JSON.stringify(value));
      } catch {
        // Nothing is remembered.
      }
    },
  });

  document.documentElement.classList.replace("no-js", "js");
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const palette = __md_get("__palette")?.color ?? { scheme: dark ? "slate" : "default" };
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    observer.disconnect();
    for (const [key, value] of Object.entries(palette)) {
      document.body.setAttribute(`data-md-color-${key}`, value);
    }
  }).observe(document.documentElement, { childList: true });
}
