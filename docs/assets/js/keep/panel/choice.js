// The form in which a reader chooses what to keep, with the size of each choice.

const KeptChoice = (() => {
  const { say, size } = KeptWording;
  /** @type {HTMLElement} */
  let root;
  /** @type {HTMLInputElement[]} */
  let boxes = [];
  /** @type {Index | null} */
  let index = null;

  /** @param {HTMLElement} panel */
  function connect(panel) {
    root = panel.querySelector("[data-keep-offer]");
    boxes = [.../** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll("input"))];
    root.addEventListener("change", weigh);
  }

  /** @returns {Choice} */
  function read() {
    const chosen = boxes.filter((box) => box.checked).map((box) => box.name);
    const languages = chosen.filter((name) => name !== "documents");
    return { languages, documents: chosen.includes("documents") };
  }

  /** @param {Choice} choice */
  function write({ languages, documents }) {
    for (const box of boxes) {
      box.checked = box.name === "documents" ? documents : languages.includes(box.name);
    }
  }

  /** @param {string[]} languages */
  function weighDocuments(languages) {
    const without = KeptLists.sizeOf(index, { languages, documents: false });
    return KeptLists.sizeOf(index, { languages, documents: true }) - without;
  }

  /** Show the size of each choice, and of all. */
  function weigh() {
    const choice = read();
    for (const { name } of boxes) {
      const isDocuments = name === "documents";
      const bytes = isDocuments ? weighDocuments(choice.languages) : index.parts[name].size;
      root.querySelector(`[data-keep-size=${name}]`).textContent = size(bytes);
    }
    const isSome = choice.languages.length > 0;
    const total = isSome && say("keep-total", { size: size(KeptLists.sizeOf(index, choice)) });
    root.querySelector("[data-keep-total]").textContent = total || say("keep-none");
    /** @type {HTMLButtonElement} */ (root.querySelector("[data-keep-begin]")).disabled = !isSome;
  }

  /** Ask the site for the sizes, and show them. Fails with a `LineError`. */
  async function open() {
    index ??= await KeptLists.fetchIndex();
    weigh();
  }

  return { connect, focus: () => boxes[0].focus(), open, read, write };
})();
