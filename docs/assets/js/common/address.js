// Links as mail programs and chats rewrite them: "%2C" for a comma, "&amp;" for an ampersand, a full
// stop or a bracket of the sentence around them at the end. Pure.

const Address = (() => {
  // More often than this no program encodes a link.
  const TIMES = 3;
  const ENTITIES = /^(quot|gt|lt|nbsp|apos|#\d+);?$/;

  /**
   * Return `text` decoded, as it is where it cannot be.
   * @param {string} text
   * @returns {string}
   */
  function decode(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  /**
   * Return `text` decoded as often as it was encoded.
   * @param {string} text
   * @returns {string}
   */
  function decodeAll(text) {
    let decoded = text;
    for (let time = 0; time < TIMES && decoded.includes("%"); time += 1) decoded = decode(decoded);
    return decoded;
  }

  /**
   * Return the part of an address after its "#" or "?" with the signs between its parts as they
   * were. What is encoded within a value stays so.
   * @param {string} text
   * @param {Iterable<string>} keys that the parts may have
   * @returns {string} such as "phase=active&q=a%26b"
   */
  function repair(text, keys) {
    let whole = text.replace(/^[#?]/, "");
    for (let time = 0; time < TIMES && !whole.includes("=") && /%(25)*3D/i.test(whole); time += 1) {
      whole = decode(whole);
    }
    const names = [...keys].join("|");
    const part = new RegExp(`(^|&|%26)(?:(?:amp|#0?38)(?:;|%3B))*(${names})(?:=|%3D)`, "gi");
    return whole.replace(part, (_, before, key) => `${before && "&"}${key.toLowerCase()}=`);
  }

  /**
   * Return the ids in a list of them, without what a sentence left around them.
   * @param {string} text
   * @returns {string[]}
   */
  function listIds(text) {
    return decodeAll(text)
      .split(/[,&]/)
      .filter((each) => !ENTITIES.test(each))
      .map((each) => each.replace(/^[^a-z0-9]+|[^a-z0-9]+$/gi, "").toLowerCase())
      .filter(Boolean);
  }

  return { decode, decodeAll, listIds, repair };
})();
