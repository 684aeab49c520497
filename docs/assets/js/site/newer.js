// Say of a page that it is out of date, and lead on. A page loads this from the site's root: it is
// always that of the edition which is published, and knows of the page only what <html> says.

(async () => {
  const { dataset, lang, style } = document.documentElement;

  /** @param {string | URL} address */
  const request = (address) => fetch(address, { cache: "no-cache" });

  /** Return the stamp of this page as it is published; nothing where a host answers for another. */
  async function readPublished() {
    const text = await (await request(location.href)).text();
    return text.match(/<html [^>]*data-edition="(\w+)"/)?.[1];
  }

  // What a reader chose stands in the address, but for a query that is being typed.
  function reload() {
    const url = new URL(location.href);
    /** @type {HTMLInputElement | null} */
    const query = document.querySelector("[data-md-component=search-query]");
    if (query?.value) url.searchParams.set("q", query.value);
    history.replaceState(history.state, "", url);
    location.reload();
  }

  /**
   * @param {HTMLElement} bar
   * @param {string} published
   */
  function putOff(bar, published) {
    dataset.newer = published;
    bar.remove();
    style.removeProperty("--bar");
    document.getElementById("content")?.focus({ preventScroll: true });
  }

  /**
   * @param {string} text
   * @param {() => void} act
   */
  function makeButton(text, act) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "button", textContent: text });
    button.addEventListener("click", act);
    return button;
  }

  /** @param {string} published */
  async function show(published) {
    const bar = document.createElement("div");
    bar.className = "newer";
    // Empty at first: what comes into it later is read out.
    bar.setAttribute("role", "status");
    document.body.append(bar);
    document.querySelector(".keep-bar")?.remove();
    const answer = await request(new URL(`${lang}/newer.json`, __md_scope));
    /** @type {{words: Record<string, string>, style: string}} */
    const { words, style: sheet } = await answer.json();
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL(sheet, __md_scope).href;
    link.onload = () => style.setProperty("--bar", `${bar.offsetHeight}px`);
    document.head.append(link);
    const inner = document.createElement("p");
    inner.className = "md-grid newer__inner";
    const text = document.createElement("span");
    text.className = "newer__text";
    text.textContent = words["newer-text"];
    inner.append(
      text,
      makeButton(words["newer-reload"], reload),
      makeButton(words["keep-later"], () => putOff(bar, published)),
    );
    bar.append(inner);
  }

  try {
    const published = await readPublished();
    const isOld = published && published !== dataset.edition && published !== dataset.newer;
    if (isOld && !document.querySelector(".newer")) await show(published);
  } catch {
    // No network, or a poor one: the page looks again.
    document.querySelector(".newer:empty")?.remove();
  }
})();
