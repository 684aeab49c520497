// On a page whose content is on pages of its own: an address with an anchor leads on to the one that
// has it. Links of ours lead there by themselves; this is for those that somebody has kept.

(() => {
  function leadOn() {
    const anchor = CSS.escape(location.hash.slice(1));
    const item = document.querySelector(
      `.parts > [id="${anchor}"], .parts > [data-holds~="${anchor}"]`,
    );
    /** @type {HTMLAnchorElement | null | undefined} */
    const link = item?.querySelector("a");
    if (link) location.replace(link.href.replace(/#.*|$/, location.hash));
  }

  addEventListener("hashchange", leadOn);
  leadOn();
})();
