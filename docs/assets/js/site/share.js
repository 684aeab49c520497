// What the explorer and the comparison do with their addresses: hand them on, keep them when the
// language changes.

const Share = (() => {
  /**
   * The address of this page with `hash`, which is empty or begins with "#". From a local copy the
   * address of the hosted site is the one that others can use.
   * @param {string} hosted
   * @param {string} hash
   */
  function makeLink(hosted, hash) {
    const base = location.protocol === "file:" ? hosted : location.href.replace(/#.*/, "");
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

  return { makeLink, copy, keepInOtherLanguage };
})();
