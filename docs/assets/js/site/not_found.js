// On the common "not found" page, keep the language of the address.

(() => {
  const language = location.pathname.match(/\/(fr|en)\//)?.[1];
  const sections = document.querySelectorAll(".not-found[data-language]");
  if (language && sections.length > 1) {
    document.documentElement.lang = language;
    for (const section of sections) section.hidden = section.dataset.language !== language;
  }
})();
