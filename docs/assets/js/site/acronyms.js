// Keep the explanation of an acronym within the window, and let Escape and taps work.

(() => {
  function place(acronym) {
    const note = acronym.querySelector(".acronym__long");
    acronym.classList.remove("acronym--closed");
    note.style.setProperty("--shift", "0px");
    const margin = 8;
    const over = note.getBoundingClientRect().right + margin - document.documentElement.clientWidth;
    if (over > 0) note.style.setProperty("--shift", `${-over}px`);
  }
  for (const event of ["pointerover", "focusin"]) {
    document.addEventListener(event, ({ target }) => {
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
  let explained = null;
  document.addEventListener("pointerdown", ({ target, pointerType }) => {
    const link = target.closest?.("a.acronym__short");
    explained = pointerType === "touch" && link && document.activeElement !== link ? link : null;
  });
  document.addEventListener("click", (event) => {
    if (explained && event.target.closest?.("a.acronym__short") === explained) {
      event.preventDefault();
      explained.focus();
    }
    explained = null;
  });
})();
