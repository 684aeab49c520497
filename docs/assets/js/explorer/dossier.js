// The selected entries in full, one after another, to read or to print.

const EntryDossier = (() => {
  const { make } = Dom;
  const { makeValues } = EntryDetails;
  // More would be a book, and slow to lay out: the published data serve better.
  const LIMIT = 200;

  /**
   * `about` is {title, criteria: [[facet, [label, ...]], ...], query, link, home, words}.
   * @param {Element} place
   * @param {Entry[]} entries
   * @param {DossierHead} about
   */
  function show(place, entries, about) {
    if (entries.length > LIMIT) {
      const text = about.words["dossier-too-long"].replace("{limit}", String(LIMIT));
      place.replaceChildren(make("p", {}, text));
      return;
    }
    place.replaceChildren(makeHead(about), ...entries.map((entry) => makeEntry(entry, about.home)));
  }

  /** @param {DossierHead} about */
  function makeHead({ title, criteria, query, link, words }) {
    const list = make("ul", { className: "dossier__criteria" });
    for (const [name, values] of criteria) {
      list.append(make("li", {}, `${name}${words.colon} ${values.join(", ")}`));
    }
    if (query) list.append(make("li", {}, `${words.query}${words.colon} ${query}`));
    const head = make("header", { className: "dossier__head" }, make("h2", {}, title));
    if (list.children.length > 0) head.append(list);
    head.append(make("p", { className: "dossier__link" }, link));
    return head;
  }

  /**
   * @param {Entry} entry
   * @param {string} home
   */
  function makeEntry(entry, home) {
    const facts = make("dl", { className: "dossier__facts" });
    const article = make("article", { className: `dossier__entry category-${entry.category}` });
    const name = make("a", { href: home + entry.link }, entry.title);
    const number = make("span", { className: "dossier__number" }, entry.number);
    article.append(make("h3", {}, number, " ", name), facts);
    for (const row of entry.rows) {
      const values = makeValues(row, home);
      if (row.fact) {
        const terms = values.map((value) => make("dd", {}, value));
        facts.append(make("div", { className: "dossier__fact" }, make("dt", {}, row.label), ...terms));
      } else {
        const part = make("section", {}, make("h4", {}, row.label), ...values);
        article.append(part);
      }
    }
    return article;
  }

  return { show };
})();
