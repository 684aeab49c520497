// On the page that says that a page is not kept: lead to what is.

const NotKept = (() => {
  /**
   * @param {HTMLElement} root
   * @param {Edition | null} edition the one that is shown
   */
  function show(root, edition) {
    if (!edition) return;
    for (const link of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-kept]"))) {
      link.hidden = !edition.languages.includes(link.dataset.kept);
    }
    const address = KeptAddresses.below(location.href, __md_scope.href);
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (
      root.querySelectorAll("[data-kept-twin]")
    )) {
      const language = link.dataset.keptTwin;
      const twin = address.replace(/^(fr|en)\//, `${language}/`);
      const found = edition.languages.includes(language) && twin !== address;
      link.hidden = !found || !KeptAddresses.find(edition.files, twin);
      link.href = __md_scope.href + encodeURI(twin);
    }
  }

  return { show };
})();
