// Mark the words of `?h=` in the page, whatever their accents and capitals.

(() => {
  const sought = new URLSearchParams(location.search).get("h");
  const forms = new Set(WordForms.split(sought).map(({ form }) => form));

  /**
   * Return where the words stand in `text`; of compounds, the parts if not the whole.
   * @param {string} text
   */
  function find(text) {
    return WordForms.split(text).flatMap((word) =>
      forms.has(word.form) ? [word] : (word.parts ?? []).filter(({ form }) => forms.has(form)),
    );
  }

  const content = document.querySelector("#content");
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const nodes = [];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest("script, style, svg")) {
      nodes.push(/** @type {Text} */ (walker.currentNode));
    }
  }
  for (const node of nodes) {
    // From the last to the first, so that places before stay as they are.
    for (const { start, end } of find(node.data).reverse()) {
      const rest = node.splitText(start);
      rest.splitText(end - start);
      const mark = document.createElement("mark");
      rest.replaceWith(mark);
      mark.append(rest);
    }
  }
})();
