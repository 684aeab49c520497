// Which file of an edition answers a request.

const KeptAddresses = (() => {
  /**
   * Return the address below the site's root that a request is for, null where it is for none.
   * @param {string} url
   * @param {string} scope the address of the site's root, with a last slash
   */
  function below(url, scope) {
    const bare = url.replace(/[?#].*$/, "");
    if (!bare.startsWith(scope)) return null;
    try {
      return decodeURI(bare.slice(scope.length));
    } catch {
      return null;
    }
  }

  /**
   * Return the key of the file at an address, or where a host would redirect to; null for neither.
   * @param {{[address: string]: string}} files
   * @param {string} address
   * @returns {{key: string} | {redirect: string} | null}
   */
  function find(files, address) {
    const folder = address.replace(/(^|\/)index\.html$/, "$1");
    if (Object.hasOwn(files, folder)) return { key: files[folder] };
    if (Object.hasOwn(files, `${address}/`)) return { redirect: `${address}/` };
    return null;
  }

  /**
   * Return the language of an address; of one outside all languages, the first of `languages`.
   * @param {string} address
   * @param {string[]} languages
   */
  function languageOf(address, languages) {
    return address.match(/^(fr|en)(?:\/|$)/)?.[1] ?? languages[0];
  }

  return { below, find, languageOf };
})();
