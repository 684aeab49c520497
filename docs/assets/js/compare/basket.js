// The entries that a reader has put aside to compare, kept while the tab is open.

const CompareBasket = (() => {
  const KEY = "compare";
  const LIMIT = 4;
  // Where storage is refused, the choice lasts as long as the page.
  /** @type {string[]} */
  let inMemory = [];

  /** @returns {string[]} */
  function read() {
    try {
      const ids = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
      return Array.isArray(ids) ? ids.filter((id) => typeof id === "string").slice(0, LIMIT) : [];
    } catch {
      return inMemory;
    }
  }

  /** @param {string[]} ids */
  function write(ids) {
    inMemory = [...new Set(ids)].slice(0, LIMIT);
    try {
      sessionStorage.setItem(KEY, JSON.stringify(inMemory));
    } catch {
      // Kept in memory only.
    }
  }

  return { LIMIT, read, write };
})();
