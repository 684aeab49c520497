// The kept register in the browser's store: files by their content, and what is known of them.
//
// A file is stored under the hash of its content, so that two editions share what is the same in
// both. An edition is a table of addresses and keys of files; "current" names the one that is shown.

/**
 * @typedef {{languages: string[], documents: boolean}} Choice what a reader keeps
 * @typedef {{[language: string]: string}} Localised
 * @typedef {{id: string, as_of: Localised, since: string, choice: Choice, size: number}} Kept
 * @typedef {{files: {[address: string]: string}, languages: string[]}} Edition
 */

const KeptStore = (() => {
  /** @param {string} scope the address of the site's root, with a last slash */
  function open(scope) {
    const names = KeptNames.of(scope);
    /** @param {string} name */
    const stateAddress = (name) => `${scope}keep/state/${name}`;
    /** @param {string} key */
    const fileAddress = (key) => `${scope}keep/files/${key}`;

    /**
     * Return the value of `name`, null where there is none. Never creates a cache.
     * @param {string} name
     * @returns {Promise<any>}
     */
    async function read(name) {
      const found = await caches.match(stateAddress(name), { cacheName: names.state });
      return found ? found.json() : null;
    }

    /**
     * @param {string} name
     * @param {unknown} value
     */
    async function write(name, value) {
      const cache = await caches.open(names.state);
      await cache.put(stateAddress(name), new Response(JSON.stringify(value)));
    }

    /** @param {string} name */
    async function drop(name) {
      await (await caches.open(names.state)).delete(stateAddress(name));
    }

    /**
     * Return the names that begin with `prefix`, without it.
     * @param {string} prefix
     */
    async function list(prefix) {
      if (!(await caches.has(names.state))) return [];
      const start = stateAddress(prefix);
      const requests = await (await caches.open(names.state)).keys();
      const found = requests.filter(({ url }) => url.startsWith(start));
      return found.map(({ url }) => url.slice(start.length));
    }

    /** Return the keys of all files that are stored. */
    async function listFiles() {
      if (!(await caches.has(names.files))) return new Set();
      const requests = await (await caches.open(names.files)).keys();
      return new Set(requests.map(({ url }) => url.slice(fileAddress("").length)));
    }

    /**
     * @returns {Promise<Response | undefined>}
     * @param {string} key
     */
    function readFile(key) {
      return caches.match(fileAddress(key), { cacheName: names.files });
    }

    /**
     * @param {string} key
     * @param {ArrayBuffer} body
     * @param {Headers} headers
     */
    async function writeFile(key, body, headers) {
      const write = async () => {
        const cache = await caches.open(names.files);
        await cache.put(fileAddress(key), new Response(body, { headers }));
      };
      try {
        await write();
      } catch (error) {
        if (/** @type {any} */ (error).name === "QuotaExceededError") throw error;
        // Somebody has cleared the store since the cache was opened: it takes nothing any more.
        await write();
      }
    }

    /** @param {string} key */
    async function dropFile(key) {
      await (await caches.open(names.files)).delete(fileAddress(key));
    }

    async function clear() {
      await Promise.all([caches.delete(names.state), caches.delete(names.files)]);
    }

    return { read, write, drop, list, listFiles, readFile, writeFile, dropFile, clear };
  }

  return { open };
})();
