// Which entries answer a query: the explorer asks the worker of the search box, so that both find
// the same.

const EntrySearch = (() => {
  const { src: here } = /** @type {HTMLScriptElement} */ (document.currentScript);

  async function start() {
    if (location.protocol === "file:") {
      await Dom.loadScript(new URL("worker_stand_in.js", here).href);
    }
    return new Worker(new URL("search.js", here));
  }

  /**
   * Return a function that finds the entries for a text.
   * @param {string} language
   * @returns {(text: string) => Promise<Set<string>>} their ids; fails where the search cannot be
   *   loaded
   */
  function create(language) {
    /** @type {Promise<Worker> | undefined} */
    let starting;
    return async (text) => {
      starting ??= start();
      const worker = await starting;
      return new Promise((resolve, reject) => {
        worker.addEventListener("error", reject, { once: true });
        worker.addEventListener("message", function listen({ data: { type, data } }) {
          if (type !== "selected" || data.text !== text) return;
          worker.removeEventListener("message", listen);
          if (data.ids) resolve(new Set(data.ids));
          else reject(new Error("search.js"));
        });
        worker.postMessage({ type: "select", data: { language, text } });
      });
    };
  }

  return { create };
})();
