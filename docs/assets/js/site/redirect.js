// At a former address: on to the present one, with the query and the anchor of the link.

{
  const { target } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
  location.replace(target + location.search + location.hash);
}
