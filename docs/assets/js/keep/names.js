// What the kept register is called in the browser: the same for pages and for the worker.

const KeptNames = (() => {
  /**
   * Return the names of a site's caches, lock and channel. Sites below different paths of one host
   * share the browser's store, so that each name has the path. What one build has stored is read by
   * the next: another form of it needs other names.
   * @param {string} scope the address of the site's root, with a last slash
   */
  function of(scope) {
    const prefix = `kept ${new URL(scope).pathname} `;
    return {
      state: `${prefix}state`,
      files: `${prefix}files`,
      lock: `${prefix}lock`,
      channel: `${prefix}channel`,
    };
  }

  return { of };
})();
