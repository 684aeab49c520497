// Keep the explanation of an acronym within the window, and let Escape and taps work.

(() => {
  /** @param {Element} acronym */
  function place(acronym) {
    const note = acronym.querySelector(".acronym__long");
    acronym.classList.remove("acronym--closed");
    note.style.setProperty("--shift", "0px");
    const margin = 8;
    const over = note.getBoundingClientRect().right + margin - document.documentElement.clientWidth;
    if (over > 0) note.style.setProperty("--shift", `${-over}px`);
  }
  for (const event of ["pointerover", "focusin"]) {
    document.addEventListener(event, (/** @type {any} */ { target }) => {
      const acronym = target.closest?.(".acronym");
      if (acronym) place(acronym);
    });
  }
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    for (const acronym of document.querySelectorAll(".acronym:hover, .acronym:focus-within")) {
      acronym.classList.add("acronym--closed");
    }
  });

  // An acronym may be a link to the glossary: the first tap explains it, the second follows.
  /** @type {HTMLElement | null} */
  let explained = null;
  document.addEventListener("pointerdown", (/** @type {any} */ { target, pointerType }) => {
    const link = target.closest?.("a.acronym__short");
    explained = pointerType === "touch" && link && document.activeElement !== link ? link : null;
  });
  document.addEventListener("click", (/** @type {any} */ event) => {
    if (explained && event.target.closest?.("a.acronym__short") === explained) {
      event.preventDefault();
      explained.focus();
    }
    explained = null;
  });
})();
