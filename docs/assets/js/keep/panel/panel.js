// The panel of the download page: what to keep, how far it is, what is kept.

const KeptPanel = (() => {
  const { date, moment, say, size } = KeptWording;
  const REASONS = ["reader", "line", "changed", "space", "refused"];
  /** @type {HTMLElement} */
  let root;
  // What the status has said: screen readers hear a change, not each step.
  let said = "";
  // Whether the reader is choosing what to keep.
  let choosing = false;

  /**
   * @returns {any}
   * @param {string} name
   */
  const part = (name) => root.querySelector(`[data-keep-${name}]`);

  /** @param {string} text */
  function report(text) {
    if (text === said) return;
    said = text;
    part("said").textContent = text;
  }

  function draw() {
    const { kept, newer, progress, run } = Keeper.state;
    const running = Boolean(run?.running);
    const stopped = Boolean(run) && !running;
    if (running) choosing = false;
    part("kept").hidden = !kept;
    part("newer").hidden = !newer || Boolean(run);
    part("offer").hidden = !choosing;
    part("progress").hidden = !running;
    part("stopped").hidden = !stopped || choosing;
    part("open").hidden = running || choosing;
    part("change").textContent = say(kept || run ? "keep-change" : "keep-open");
    part("change").classList.toggle("button--strong", !kept && !run);
    part("tools").hidden = !kept || Boolean(run) || choosing;
    part("removal").hidden = running || !(kept || run);
    if (kept) part("kept-text").textContent = describe(kept);
    if (newer) {
      const values = { date: date(newer.as_of), size: size(newer.size) };
      part("newer-text").textContent = say("keep-newer", values);
    }
    if (running) drawProgress(progress, kept);
    if (stopped) report(say(`keep-stopped-${REASONS.includes(run.reason) ? run.reason : "refused"}`));
  }

  /** @param {Kept} kept */
  function describe({ as_of, since, choice, size: bytes }) {
    const what = choice.languages.map((each) => say(`keep-language-${each}`));
    if (choice.documents) what.push(say("keep-documents-short"));
    const values = { date: date(as_of), since: moment(since), what: what.join(", ") };
    return say("keep-kept", { ...values, size: size(bytes) });
  }

  /**
   * @param {Progress | null} progress
   * @param {Kept | null} kept
   */
  function drawProgress(progress, kept) {
    const bar = part("bar");
    if (progress) {
      bar.max = progress.total;
      bar.value = progress.done;
      const values = { done: size(progress.done), total: size(progress.total) };
      part("figures").textContent = say("keep-figures", values);
    } else {
      bar.removeAttribute("value");
      part("figures").textContent = "";
    }
    report(say(kept ? "keep-updating" : "keep-fetching"));
  }

  /** Show the choice, with sizes. */
  async function offer() {
    report("");
    const before = Keeper.state.run ?? Keeper.state.kept;
    if (before) KeptChoice.write(before.choice);
    try {
      await KeptChoice.open();
    } catch {
      report(say("keep-no-answer"));
      return;
    }
    choosing = true;
    draw();
    KeptChoice.focus();
  }

  /**
   * Fetch a choice, say how it ended, and lead the focus to what can be done next.
   * @param {Choice} choice
   */
  async function fetchChoice(choice) {
    const before = Keeper.state.kept?.id;
    const done = Keeper.begin(choice);
    part("stop").focus();
    await done;
    const { kept, run } = Keeper.state;
    if (run) {
      part(run.running ? "stop" : "continue").focus();
      return;
    }
    if (kept) report(say(before && before !== kept.id ? "keep-swapped" : "keep-done"));
    part("change").focus();
  }

  /**
   * Show or hide what a removal means, and the button for it.
   * @param {boolean} isAsked
   */
  function ask(isAsked) {
    part("sure").hidden = !isAsked;
    part("remove").setAttribute("aria-expanded", String(isAsked));
  }

  async function remove() {
    ask(false);
    await Keeper.remove();
    report(say("keep-removed"));
    part("change").focus();
  }

  async function look() {
    report("");
    try {
      await Keeper.check(true);
      if (!Keeper.state.newer) report(say("keep-no-newer"));
    } catch {
      report(say("keep-no-answer"));
    }
  }

  function connect() {
    const acts = {
      change: offer,
      continue: () => fetchChoice(Keeper.state.run.choice),
      look,
      remove: () => ask(part("sure").hidden),
      "remove-now": remove,
      stop: Keeper.stop,
      update: () => fetchChoice(Keeper.state.kept.choice),
    };
    for (const [name, act] of Object.entries(acts)) part(name).addEventListener("click", act);
    part("offer").addEventListener("submit", (/** @type {Event} */ event) => {
      event.preventDefault();
      fetchChoice(KeptChoice.read());
    });
  }

  /** @param {HTMLElement} panel */
  function show(panel) {
    root = panel;
    // On an iPhone or iPad, and only there: false where the site has not been opened as an app.
    part("home-screen").hidden = /** @type {any} */ (navigator).standalone !== false;
    KeptChoice.connect(panel);
    connect();
    Keeper.listen(draw);
    part("body").hidden = false;
    draw();
  }

  return { offer, show };
})();
