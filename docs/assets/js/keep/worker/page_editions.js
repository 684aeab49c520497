// Which edition each open page is of. A page keeps its own until it is left, so that an edition that
// is swapped in never mixes with a page of the one before. Empty: the page came from the network.

const PageEditions = (() => {
  /** @param {ReturnType<typeof KeptStore.open>} store */
  function open(store) {
    // The browser ends a worker when it has nothing to do: what is known is stored as well.
    /** @type {Map<string, string>} */
    const known = new Map();
    /** @type {Set<string>} */
    const missed = new Set();

    /**
     * @returns {Promise<string | null>} null where nothing is known of the page
     * @param {string} client
     */
    async function read(client) {
      if (!client) return null;
      if (!known.has(client)) {
        const stored = await store.read(`pages/${client}`);
        if (stored !== null) known.set(client, stored);
      }
      return known.get(client) ?? null;
    }

    /**
     * Note the edition of a page that is about to open.
     * @param {string} client
     * @param {string} edition
     */
    async function write(client, edition) {
      if (!client || known.get(client) === edition) return;
      known.set(client, edition);
      await store.write(`pages/${client}`, edition);
    }

    /**
     * Forget the pages that are not among the `open` ones; return the editions of the others.
     * @param {Set<string>} open
     */
    async function clean(open) {
      for (const client of await store.list("pages/")) {
        // One that is about to open is not among the open ones yet: it is spared once.
        const isNew = known.has(client) && !missed.has(client);
        if (open.has(client) || isNew) {
          await read(client);
          if (!open.has(client)) missed.add(client);
        } else {
          known.delete(client);
          missed.delete(client);
          await store.drop(`pages/${client}`);
        }
      }
      return new Set(known.values());
    }

    return { read, write, clean };
  }

  return { open };
})();
