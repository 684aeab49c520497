// The search worker: it speaks the messages of the theme's search box, and the explorer's own.
//
// A page starts it when its search is about to be used. From file:// there are no workers: a frame
// takes this one's place, where importScripts is a promise.

const MESSAGES = { setup: 0, ready: 1, query: 2, result: 3, select: "select", selected: "selected" };

const inFrame = typeof document !== "undefined";
const here = inFrame
  ? /** @type {HTMLScriptElement} */ (document.currentScript).src
  : location.href;
/** @param {string} path */
const resolve = (path) => new URL(path, here).href;

/** @type {{lang: Language[], failed: string}} */
let config;
/** @type {Map<Language, SearchData>} */
const received = new Map();
/** @type {Map<Language, Promise<Search>>} */
const searches = new Map();

// Called by the documents' script of a language.
/** @type {any} */ (globalThis).receiveDocuments = (/** @type {SearchData} */ data) => received.set(data.language, data);

/**
 * @param {Language} language
 * @returns {Promise<Search>}
 */
async function load(language) {
  await importScripts(resolve(`../../${language}/search/documents.js`));
  const engine = Engine.make(received.get(language));
  received.delete(language);
  return { engine, rank: Rank.make(engine) };
}

/**
 * Return the search of a language, loaded once; a failure is not remembered.
 * @param {Language} language
 */
function open(language) {
  if (!searches.has(language)) {
    const search = load(language);
    search.catch(() => searches.delete(language));
    searches.set(language, search);
  }
  return searches.get(language);
}

/** @param {string} text */
async function answer(text) {
  if (!text.trim()) return { items: /** @type {SearchItem[][]} */ ([]) };
  const { engine, rank } = await open(config.lang[0]);
  const { hits } = rank.search(text);
  if (!hits.length) return { items: await help(text, engine, rank), suggest: [] };
  return { items: Results.show(engine, hits), suggest: Spelling.complete(text, engine, hits) };
}

/**
 * Return what may help who found nothing: another spelling, results in the other language.
 * @param {string} text
 * @param {SearchEngine} engine
 * @param {Ranking} rank
 */
async function help(text, engine, rank) {
  const nearest = Spelling.correct(text, engine);
  const corrected = nearest && rank.search(nearest).hits.length ? nearest : "";
  // A device that keeps one language has no documents of the other.
  const other = await open(engine.data.other).catch(() => /** @type {Search | null} */ (null));
  const hits = other ? other.rank.search(text).hits : [];
  return Results.showInstead(engine, corrected, other?.engine, hits);
}

/**
 * Say which entries answer a query of the explorer, by their ids.
 * @param {{language: Language, text: string}} request
 */
async function select({ language, text }) {
  /** @type {string[] | null} */
  let ids = null;
  try {
    const { rank } = await open(language);
    ids = rank.findEntries(text);
  } catch (error) {
    console.warn(error);
  }
  postMessage({ type: MESSAGES.selected, data: { text, ids } });
}

/** @type {string | undefined} */
let latest;
let busy = false;

/** Answer the newest query; those that came while another was answered are out of date. */
async function answerLatest() {
  if (busy) return;
  busy = true;
  while (latest !== undefined) {
    const text = latest;
    latest = undefined;
    let data;
    try {
      data = await answer(text);
    } catch (error) {
      console.warn(error);
      data = { items: [[{ location: "", title: config.failed, text: "", score: 0, terms: {} }]] };
    }
    // Let a newer query come in before this answer goes out.
    await new Promise((done) => setTimeout(done));
    if (latest === undefined) postMessage({ type: MESSAGES.result, data });
  }
  busy = false;
}

addEventListener("message", ({ data: { type, data } }) => {
  if (type === MESSAGES.setup) {
    config = data.config;
    postMessage({ type: MESSAGES.ready });
    // The theme comes when the box is about to be used.
    open(config.lang[0]).catch(console.warn);
  } else if (type === MESSAGES.query) {
    latest = data;
    answerLatest();
  } else if (type === MESSAGES.select) {
    select(data);
  }
});
