// What the explorer and the comparison do with their addresses: hand them on, keep them when the
// language changes or when a link leads to a place in the page.

const Share = (() => {
  /**
   * The address of this page with `hash`, which is empty or begins with "#". From a local copy the
   * address of the hosted site, where it is known, is the one that others can use.
   * @param {string} hosted
   * @param {string} hash
   */
  function makeLink(hosted, hash) {
    const base = location.protocol === "file:" && hosted ? hosted : location.href.replace(/#.*/, "");
    return base + hash;
  }

  /**
   * Puts `link` on the clipboard; gives what to say of it.
   * @param {string} link
   * @param {Words} words
   */
  async function copy(link, words) {
    try {
      await navigator.clipboard.writeText(link);
      return words["link-copied"];
    } catch {
      return `${words["link-not-copied"]} ${link}`;
    }
  }

  /** @param {string} hash */
  function keepInOtherLanguage(hash) {
    /** @type {HTMLAnchorElement} */
    const other = document.querySelector(".site-header__language");
    other.href = other.getAttribute("href").replace(/#.*|$/, hash);
  }

  /**
   * Tells the anchor of a place in the page, such as that of the skip link, from a state.
   * @param {string} hash
   */
  const isAnchor = (hash) => document.getElementById(Address.decode(hash.slice(1))) !== null;

  /**
   * What to say of parts of an address that mean nothing, empty if there are none. An address may
   * be as long as its writer likes.
   * @param {string[]} parts
   * @param {Words} words
   */
  function describeUnknown(parts, words) {
    const MOST = 5;
    const LONGEST = 40;
    if (parts.length === 0) return "";
    const shown = [...new Set(parts)].slice(0, MOST).map((part) => part.slice(0, LONGEST));
    return words["link-unknown"].replace("{parts}", () => shown.join(", "));
  }

  /**
   * What to say of what could not be loaded. The page may be out of date: see published.js.
   * @param {Words} words
   */
  function describeFailure(words) {
    dispatchEvent(new Event("incomplete"));
    return words["load-failed"];
  }

  // A link to a place in the page leads there without its anchor, which would replace the state.
  document.addEventListener("click", (/** @type {any} */ event) => {
    const link = event.target.closest?.('a[href^="#"]');
    const place = link && document.getElementById(Address.decode(link.hash.slice(1)));
    if (!place) return;
    event.preventDefault();
    place.focus();
    place.scrollIntoView();
  });

  return { copy, describeFailure, describeUnknown, isAnchor, keepInOtherLanguage, makeLink };
})();
