// Sizes, dates and sentences of the keeper, in the language of the page.

const KeptWording = (() => {
  const language = /** @type {"fr" | "en"} */ (document.documentElement.lang);
  const locale = language === "en" ? "en-GB" : language;
  /** @type {Record<string, string>} */
  let words = {};

  /** Load the words of this language, which the site has as a file of its own. */
  async function load() {
    const response = await fetch(new URL(`${language}/keep.json`, __md_scope));
    if (!response.ok) throw new Error(response.url);
    words = await response.json();
  }

  /**
   * @param {Record<string, string | number>} [values]
   * @param {string} key
   */
  function say(key, values = {}) {
    return InterfaceWords.fill(words, key, values, language);
  }

  /**
   * Return a number of bytes as readers know it: "2.3 MB".
   * @param {number} bytes
   */
  function size(bytes) {
    const [key, unit, digits] = bytes < 1e6 ? ["kilobytes", 1e3, 0] : ["megabytes", 1e6, 1];
    const options = { maximumFractionDigits: Number(digits) };
    const count = new Intl.NumberFormat(locale, options).format(bytes / Number(unit));
    return say(String(key), { count });
  }

  /**
   * Return a moment of this device's clock.
   * @param {string} text
   */
  function moment(text) {
    return new Date(text).toLocaleString(locale, { dateStyle: "long", timeStyle: "short" });
  }

  /**
   * Return the date of an edition, which the site has written out.
   * @param {Localised} localised
   */
  const date = (localised) => localised[language] ?? "";

  return { date, language, load, moment, say, size };
})();
