// What the site offers to keep: an index of its parts, and for each part a list of files.
//
// Both are written at build time (hooks/build/kept_lists.py). Every answer is held against its hash,
// so that a host that is just being updated cannot mix two editions.

/**
 * @typedef {{hash: string, files: number, size: number}} Part
 * @typedef {{as_of: Localised, parts: {[part: string]: Part}}} Index
 * @typedef {{address: string, key: string, hash: string, size: number}} PlannedFile
 */

/** The answer is not what the lists name: the site is being updated, or something else answers. */
class ChangedError extends Error {}
/** The site did not answer, or not to the end. */
class LineError extends Error {}

const KeptLists = (() => {
  const INDEX = "keep/edition.json";
  // Of the same length as the hashes in the lists.
  const DIGITS = 16;

  /** @param {BufferSource} bytes */
  async function hash(bytes) {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const hex = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.slice(0, DIGITS);
  }

  /**
   * Fetch a file of the site past what is kept, and past the browser's cache: it would be stored a
   * second time there.
   * @param {string} address below the site's root
   * @param {AbortSignal} [signal]
   * @returns {Promise<Response>}
   */
  async function request(address, signal) {
    let response;
    try {
      /** @type {RequestInit} */
      const options = { cache: "no-store", headers: { "X-Keep": "network" }, signal };
      response = await fetch(new URL(encodeURI(address), __md_scope), options);
    } catch (error) {
      throw signal?.aborted ? error : new LineError(address);
    }
    if (response.status === 404 || response.status === 410) throw new ChangedError(address);
    if (!response.ok) throw new LineError(`${address}: ${response.status}`);
    return response;
  }

  /**
   * Fetch a file to its end.
   * @returns {Promise<{body: ArrayBuffer, response: Response}>}
   * @param {string} address
   * @param {AbortSignal} [signal]
   */
  async function requestWhole(address, signal) {
    const response = await request(address, signal);
    try {
      return { body: await response.arrayBuffer(), response };
    } catch (error) {
      throw signal?.aborted ? error : new LineError(address);
    }
  }

  /**
   * Fetch a file that must have the hash, and at least the size, that are expected of it.
   * @returns {Promise<{body: ArrayBuffer, response: Response}>}
   * @param {string} address
   * @param {{hash: string, size: number}} expected
   * @param {AbortSignal} [signal]
   */
  async function requestExactly(address, expected, signal) {
    const { body, response } = await requestWhole(address, signal);
    // Safari takes an answer for whole that breaks off in the middle.
    if (body.byteLength < expected.size) throw new LineError(address);
    if ((await hash(body)) !== expected.hash) throw new ChangedError(address);
    return { body, response };
  }

  /**
   * @returns {Promise<Index>}
   * @param {AbortSignal} [signal]
   */
  async function fetchIndex(signal) {
    const response = await request(INDEX, signal);
    try {
      /** @type {Index} */
      const index = await response.json();
      if (index.parts.common) return index;
    } catch {
      // A network may answer in the site's place, until somebody has signed in.
    }
    throw new LineError(INDEX);
  }

  /**
   * Return the names of the parts that a choice is made of.
   * @param {Choice} choice
   */
  function partsOf({ languages, documents }) {
    const parts = ["common", ...languages];
    if (documents) parts.push("documents", ...languages.map((language) => `documents-${language}`));
    return parts;
  }

  /**
   * Return the bytes of a choice.
   * @param {Index} index
   * @param {Choice} choice
   */
  function sizeOf(index, choice) {
    return partsOf(choice).reduce((sum, part) => sum + index.parts[part].size, 0);
  }

  /**
   * Return the id of the edition of a choice: another one when any of its files has changed.
   * @param {Index} index
   * @param {Choice} choice
   */
  function nameEdition(index, choice) {
    const names = partsOf(choice).map((part) => `${part} ${index.parts[part].hash}\n`);
    return hash(new TextEncoder().encode(names.join("")));
  }

  /**
   * @returns {Promise<PlannedFile[]>} the files of a choice
   * @param {Index} index
   * @param {Choice} choice
   * @param {AbortSignal} [signal]
   */
  async function fetchFiles(index, choice, signal) {
    /** @type {PlannedFile[]} */
    const files = [];
    for (const part of partsOf(choice)) {
      const name = `keep/${part}.json`;
      const { body } = await requestExactly(name, { hash: index.parts[part].hash, size: 0 }, signal);
      /** @type {Record<string, [string, number]>} */
      const list = JSON.parse(new TextDecoder().decode(body));
      for (const [address, [digest, size]] of Object.entries(list)) {
        const kind = address.match(/\.\w+$/)?.[0] ?? ".html";
        files.push({ address, key: digest + kind, hash: digest, size });
      }
    }
    return files;
  }

  return { fetchFiles, fetchIndex, nameEdition, requestExactly, requestWhole, sizeOf };
})();
