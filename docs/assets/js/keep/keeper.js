// Keep an edition, bring it up to date, remove it; and say to this and other tabs where it stands.

/**
 * @typedef {"reader" | "line" | "changed" | "space" | "refused"} Reason why fetching has stopped
 * @typedef {{choice: Choice, running: boolean, reason?: Reason}} Run what a reader asked to fetch
 * @typedef {{id: string, as_of: Localised, size: number}} Newer an edition that may be fetched
 * @typedef {{done: number, total: number}} Progress in bytes
 */

const Keeper = (() => {
  const HOUR = 3_600_000;
  const names = KeptNames.of(__md_scope.href);
  const store = KeptStore.open(__md_scope.href);
  const channel = new BroadcastChannel(names.channel);
  /** @type {Run | null} */
  let run = __md_get("keep");
  /** @type {Progress | null} */
  let progress = null;
  /** @type {Kept | null} */
  let kept = null;
  /** @type {Newer | null} */
  let newer = null;
  /** @type {AbortController | null} */
  let controller = null;
  let leaving = false;
  /** @type {(() => void)[]} */
  const listeners = [];

  const say = () => listeners.forEach((listener) => listener());

  /** @param {Run | null} next */
  function setRun(next) {
    run = next;
    __md_set("keep", next);
    if (!next?.running) progress = null;
    channel.postMessage({ run, progress });
    say();
  }

  channel.addEventListener("message", async ({ data }) => {
    ({ run, progress } = data);
    if (!run?.running) {
      controller?.abort();
      await readKept();
    }
    say();
  });

  async function readKept() {
    kept = await store.read("current");
    newer = __md_get("keep-newer")?.newer ?? null;
    if (!kept || newer?.id === kept.id) newer = null;
  }

  /**
   * @returns {Reason}
   * @param {any} error
   */
  function reasonOf(error) {
    if (error instanceof LineError) return "line";
    if (error instanceof ChangedError) return "changed";
    return error?.name === "QuotaExceededError" ? "space" : "refused";
  }

  /**
   * @param {number} done
   * @param {number} total
   */
  function report(done, total) {
    progress = { done, total };
    channel.postMessage({ run, progress });
    say();
  }

  /** @param {Choice} choice */
  async function fetchEdition(choice) {
    const { signal } = controller;
    const index = await KeptLists.fetchIndex(signal);
    const id = await KeptLists.nameEdition(index, choice);
    const files = await KeptLists.fetchFiles(index, choice, signal);
    await KeptDownload.fetchMissing(store, files, controller, report);
    await KeptRegistration.begin();
    const table = Object.fromEntries(files.map(({ address, key }) => [address, key]));
    await store.write(`editions/${id}`, { files: table, languages: choice.languages });
    const size = KeptLists.sizeOf(index, choice);
    const since = new Date().toISOString();
    // Complete: from here on pages open in this edition.
    await store.write("current", { id, as_of: index.as_of, since, choice, size });
    __md_set("keep-newer", { time: Date.now(), newer: null });
  }

  /** Fetch what was requested, in one tab at a time: where that one is left, another goes on. */
  async function resume() {
    if (!run?.running) return;
    await navigator.locks.request(names.lock, async () => {
      run = __md_get("keep") ?? run;
      if (!run?.running) return;
      const { choice } = run;
      controller = new AbortController();
      try {
        await fetchEdition(choice);
        await readKept();
        if (isLatest(choice)) setRun(null);
      } catch (error) {
        // The next page of this tab, or another tab, goes on.
        if (!leaving && run?.running) await halt(reasonOf(error));
      } finally {
        controller = null;
      }
    });
    if (!run) await KeptRegistration.clean();
  }

  /**
   * Whether no other tab waits to fetch another choice.
   * @param {Choice} choice
   */
  function isLatest(choice) {
    const latest = __md_get("keep")?.choice ?? choice;
    return JSON.stringify(latest) === JSON.stringify(choice);
  }

  /**
   * Stop for a reason. What has arrived stays, but for a device that is full.
   * @param {Reason} reason
   */
  async function halt(reason) {
    if (reason === "space") await (kept ? KeptRegistration.clean() : store.clear());
    setRun({ ...run, running: false, reason });
  }

  /**
   * Begin to fetch a choice; resolves when it is kept or has stopped.
   * @param {Choice} choice
   */
  function begin(choice) {
    // So that the browser does not make room by it. Firefox asks the reader, who may take time.
    navigator.storage?.persist?.().catch(() => {});
    setRun({ choice, running: true });
    return resume();
  }

  /** Go on with what another page began, or what a broken line has stopped. */
  async function start() {
    if (run?.reason === "line" && navigator.onLine) setRun({ choice: run.choice, running: true });
    await resume();
    // An edition that was replaced is there as long as a tab has a page of it.
    const isReplaced = kept && !run && (await store.list("editions/")).length > 1;
    if (isReplaced) await KeptRegistration.clean();
  }

  function stop() {
    if (run) setRun({ ...run, running: false, reason: "reader" });
    controller?.abort();
  }

  async function remove() {
    stop();
    await navigator.locks.request(names.lock, async () => {
      await KeptRegistration.end();
      await store.clear();
    });
    __md_set("keep-newer", null);
    await readKept();
    setRun(null);
  }

  /** Look for a newer edition: at most once an hour, unless `now`. Fails with a `LineError`. */
  async function check(now = false) {
    if (!kept || run?.running || (!now && !navigator.onLine)) return;
    const { time = 0 } = __md_get("keep-newer") ?? {};
    if (!now && Math.abs(Date.now() - time) < HOUR) return;
    const index = await KeptLists.fetchIndex();
    const id = await KeptLists.nameEdition(index, kept.choice);
    newer = id === kept.id ? null : await describe(index, id);
    __md_set("keep-newer", { time: Date.now(), newer });
    say();
  }

  /**
   * @param {Index} index
   * @param {string} id
   * @returns {Promise<Newer>}
   */
  async function describe(index, id) {
    const files = await KeptLists.fetchFiles(index, kept.choice);
    const missing = await KeptDownload.listMissing(store, files);
    return { id, as_of: index.as_of, size: KeptDownload.weigh(missing) };
  }

  /** Return the edition that is shown, null where none is. */
  async function readEdition() {
    return kept && store.read(`editions/${kept.id}`);
  }

  addEventListener("pagehide", () => (leaving = true));
  addEventListener("pageshow", () => (leaving = false));
  addEventListener("online", () => start());

  return {
    begin,
    check,
    readEdition,
    readKept,
    remove,
    start,
    stop,
    /** @param {() => void} listener */
    listen: (listener) => listeners.push(listener),
    get state() {
      return { kept, newer, progress, run };
    },
  };
})();
