// Light or dark: the button for the other one shows, and the choice is remembered.

(() => {
  /** @type {NodeListOf<HTMLInputElement>} */
  const inputs = document.querySelectorAll(".site-header__palette input");
  const options = [...inputs];
  /** @param {HTMLInputElement} option */
  function choose(option) {
    const { mdColorMedia: media, mdColorScheme: scheme } = option.dataset;
    document.body.dataset.mdColorScheme = scheme;
    for (const each of options) {
      const label = /** @type {HTMLElement} */ (each.nextElementSibling);
      label.hidden = each !== option;
    }
    return { index: options.indexOf(option), color: { media, scheme } };
  }
  for (const option of options) {
    option.addEventListener("change", () => __md_set("__palette", choose(option)));
    if (option.dataset.mdColorScheme === document.body.dataset.mdColorScheme) {
      option.checked = true;
      choose(option);
    }
  }
})();
