// The words of data/interface.yaml, filled with figures and names.

const InterfaceWords = (() => {
  /**
   * Return the words of `key` with `values` in their places. Where `values.count` takes the
   * singular, the words of `key` with "-one" are used, if there are any.
   * @param {Record<string, string>} words
   * @param {string} key
   * @param {Record<string, string | number>} values
   * @param {string} language
   * @returns {string}
   */
  function fill(words, key, values, language) {
    const one = values.count === 1 || (values.count === 0 && language === "fr");
    const pattern = (one && words[`${key}-one`]) || words[key];
    return pattern.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  }

  return { fill };
})();
