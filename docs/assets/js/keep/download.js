// Fetch the files of an edition that are not stored yet, a few at a time.

const KeptDownload = (() => {
  const AT_ONCE = 4;
  // Milliseconds to wait before a file is requested again, on a line that breaks for a moment.
  const PAUSES = [500, 2000];
  // What a host says of one transfer, or of another reader's.
  const NOT_KEPT = ["content-encoding", "content-length", "date", "set-cookie", "vary"];

  /**
   * @param {number} time
   * @param {AbortSignal} signal ends the pause
   */
  const pause = (time, signal) =>
    new Promise((resolve) => {
      setTimeout(resolve, time);
      signal.addEventListener("abort", resolve);
    });

  /** @param {PlannedFile[]} files */
  const weigh = (files) => files.reduce((sum, { size }) => sum + size, 0);

  /**
   * Return the files that are not in the store.
   * @param {Store} store
   * @param {PlannedFile[]} files
   */
  async function listMissing(store, files) {
    const there = await store.listFiles();
    const missing = new Map(files.filter(({ key }) => !there.has(key)).map((file) => [file.key, file]));
    return [...missing.values()];
  }

  /**
   * @param {PlannedFile} file
   * @param {AbortSignal} signal
   */
  async function request(file, signal) {
    for (const time of PAUSES) {
      try {
        return await KeptLists.requestExactly(file.address, file, signal);
      } catch (error) {
        if (!(error instanceof LineError) || !navigator.onLine) throw error;
      }
      await pause(time, signal);
    }
    return KeptLists.requestExactly(file.address, file, signal);
  }

  /**
   * @param {Store} store
   * @param {PlannedFile} file
   * @param {AbortSignal} signal
   */
  async function fetchFile(store, file, signal) {
    const { body, response } = await request(file, signal);
    const headers = new Headers(response.headers);
    for (const name of NOT_KEPT) headers.delete(name);
    await store.writeFile(file.key, body, headers);
  }

  /**
   * Fail before the line is used, where the browser says that the space does not suffice.
   * @param {number} size
   */
  async function requireSpace(size) {
    const { quota = Infinity, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
    if (quota - usage < size) throw new DOMException("", "QuotaExceededError");
  }

  /**
   * Fetch all that is missing of `files`; `report(done, total)` is called with bytes.
   * @param {Store} store
   * @param {PlannedFile[]} files
   * @param {AbortController} controller ends it all
   * @param {(done: number, total: number) => void} report
   */
  async function fetchMissing(store, files, controller, report) {
    const total = weigh(files);
    let missing = await listMissing(store, files);
    report(total - weigh(missing), total);
    // Once more where somebody has cleared the browser's store in the middle.
    while (missing.length) {
      let done = total - weigh(missing);
      await requireSpace(total - done);
      await fetchEach(store, missing, controller, (size) => report((done += size), total));
      missing = await listMissing(store, files);
    }
  }

  /**
   * Fetch `files`; when this has ended, or failed, nothing more is written.
   * @param {Store} store
   * @param {PlannedFile[]} files
   * @param {AbortController} controller
   * @param {(size: number) => void} report
   */
  async function fetchEach(store, files, controller, report) {
    const queue = files.values();
    async function work() {
      for (const file of queue) {
        controller.signal.throwIfAborted();
        await fetchFile(store, file, controller.signal);
        report(file.size);
      }
    }
    const works = Array.from({ length: AT_ONCE }, work);
    try {
      await Promise.all(works);
    } catch (error) {
      controller.abort();
      // What came to be written meanwhile would else stay on a device from which all is removed.
      await Promise.allSettled(works);
      throw error;
    }
  }

  return { fetchMissing, listMissing, weigh };
})();
