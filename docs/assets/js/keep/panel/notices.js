// What every page says of a kept register: a line in the footer; above the page, a newer edition.

const KeptNotices = (() => {
  const { make } = Dom;
  const { date, say, size } = KeptWording;
  /** @type {HTMLAnchorElement} that of the footer */
  let link;
  // What it says where nothing is kept.
  let offer = "";
  /** @type {HTMLElement | null} */
  let bar = null;

  function draw() {
    const { kept, newer, run } = Keeper.state;
    if (run) link.textContent = say(run.running ? "keep-line-running" : "keep-line-stopped");
    else if (newer) link.textContent = say("keep-line-newer");
    else link.textContent = kept ? say("keep-line-kept", { date: date(kept.as_of) }) : offer;
    const isWanted = newer && !run && __md_get("keep-later") !== newer.id;
    // Never two bars: one that says that the page is out of date says more.
    const isShown = isWanted && !document.querySelector("[data-keep-panel], .newer");
    if (!isShown) bar?.remove();
    else if (!bar?.isConnected) showBar(newer);
  }

  function loadStyle() {
    const { style } = link.dataset;
    if (document.querySelector(`link[href="${CSS.escape(style)}"]`)) return;
    document.head.append(make("link", { rel: "stylesheet", href: style }));
  }

  /** @param {Newer} newer */
  function showBar(newer) {
    loadStyle();
    const later = make("button", { type: "button", className: "button" }, say("keep-later"));
    later.addEventListener("click", () => {
      __md_set("keep-later", newer.id);
      bar.remove();
      document.getElementById("content").focus();
    });
    const text = say("keep-newer", { date: date(newer.as_of), size: size(newer.size) });
    const lead = make("a", { href: link.href }, say("keep-see"));
    const inner = make("p", { className: "md-grid keep-bar__inner" }, `${text} `, lead, " ", later);
    bar = make("div", { className: "keep-bar" }, inner);
    bar.setAttribute("role", "region");
    bar.setAttribute("aria-label", say("keep-line-newer"));
    document.querySelector(".site-header").after(bar);
  }

  /** @param {HTMLAnchorElement} footerLink */
  function show(footerLink) {
    link = footerLink;
    offer = link.textContent;
    Keeper.listen(draw);
    draw();
  }

  return { show };
})();
