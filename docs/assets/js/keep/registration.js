// The service worker of this site: registered when an edition is complete, removed with it.

const KeptRegistration = (() => {
  const register = () =>
    navigator.serviceWorker.register(new URL("sw.js", __md_scope), {
      scope: __md_scope.pathname,
      updateViaCache: "none",
    });

  /**
   * Find out whether it is the line that keeps the worker from being registered, of which browsers
   * do not say. Fails with a `LineError` or a `ChangedError` if so.
   */
  async function requireWorker() {
    const { response } = await KeptLists.requestWhole("sw.js");
    const type = response.headers.get("content-type");
    if (!type?.includes("javascript")) throw new ChangedError("sw.js");
  }

  /** Register the worker, and wait until it is at work. */
  async function begin() {
    const registration = await register().catch(() => requireWorker().then(register));
    const worker = registration.installing ?? registration.waiting;
    if (!worker || registration.active) return;
    await new Promise((/** @type {(value?: unknown) => void} */ resolve, reject) => {
      function look() {
        if (worker.state === "activated") resolve();
        if (worker.state === "redundant") reject(new Error("sw.js"));
      }
      worker.addEventListener("statechange", look);
      look();
    });
  }

  async function find() {
    const registration = await navigator.serviceWorker.getRegistration(__md_scope.href);
    return registration?.scope === __md_scope.href ? registration : undefined;
  }

  /** Let the worker free the space of what no open page needs. */
  async function clean() {
    (await find())?.active?.postMessage("clean");
  }

  async function end() {
    await (await find())?.unregister();
  }

  return { begin, clean, end };
})();
