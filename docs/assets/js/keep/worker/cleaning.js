// Free the space of what no page needs any more: editions that were replaced, and their files.

const KeptCleaning = (() => {
  /**
   * Remove every edition but the current one and the `used` ones, and the files that are in none.
   * @param {ReturnType<typeof KeptStore.open>} store
   * @param {Set<string>} used
   */
  async function clean(store, used) {
    const current = await store.read("current");
    if (!current) return;
    const needed = new Set([current.id, ...used]);
    const keys = new Set();
    for (const id of await store.list("editions/")) {
      if (needed.has(id)) {
        const { files } = await store.read(`editions/${id}`);
        for (const key of Object.values(files)) keys.add(key);
      } else {
        await store.drop(`editions/${id}`);
      }
    }
    for (const key of await store.listFiles()) {
      if (!keys.has(key)) await store.dropFile(key);
    }
  }

  return { clean };
})();
