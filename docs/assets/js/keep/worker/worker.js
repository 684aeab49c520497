// The service worker of a kept register: it answers from the kept edition, and fetches nothing by
// itself. A page registers it when the reader has requested an edition and all of it is stored.
//
// The kept edition comes first, with a network too: an answer of the network may be of another
// edition, and a page, its scripts and its data must be of one.

const scope = /** @type {any} */ (globalThis).registration.scope;
const store = KeptStore.open(scope);
const pages = PageEditions.open(store);
/** @type {Map<string, Promise<Edition | null>>} */
const editions = new Map();
// A page that keeps an edition wants answers of the network only.
const FROM_NETWORK = "X-Keep";
// What must be of the page's own edition, or not be there at all.
const OF_THE_PAGE = new Set(["script", "style", "worker", "sharedworker"]);
const NOTHING = { headers: { "Content-Type": "text/javascript" } };

/**
 * Return the edition `id`, read once: at thousands of entries its table is long.
 * @param {string} id
 */
async function readEdition(id) {
  if (!editions.has(id)) editions.set(id, store.read(`editions/${id}`));
  const edition = await editions.get(id);
  if (!edition) editions.delete(id);
  return edition;
}

/**
 * Return the id of the edition that answers a request; empty for the network.
 * @param {{request: Request, clientId: string}} event
 * @returns {Promise<string>}
 */
async function findEdition({ request, clientId }) {
  const current = await store.read("current");
  if (!current) return "";
  if (request.mode === "navigate") return current.id;
  return (await pages.read(clientId)) ?? current.id;
}

/**
 * Return the page that says that the one at `address` is not kept.
 * @param {Edition} edition
 * @param {string} address
 */
async function showNotKept(edition, address) {
  const language = KeptAddresses.languageOf(address, edition.languages);
  const key = edition.files[`keep/not-kept-${language}.html`];
  return (key && (await store.readFile(key))) ?? Response.error();
}

/**
 * Return what was found in an edition: a file of the store, or a redirect to it.
 * @param {NonNullable<ReturnType<typeof KeptAddresses.find>>} found
 * @param {URL} url
 */
async function answerFrom(found, { search }) {
  if ("redirect" in found) return Response.redirect(scope + encodeURI(found.redirect) + search);
  return store.readFile(found.key);
}

/**
 * @param {any} event
 * @param {string} address
 */
async function answer(event, address) {
  const { request, clientId, resultingClientId } = event;
  const id = await findEdition(event);
  const edition = id ? await readEdition(id) : null;
  /** @param {string} value */
  const remember = (value) => id && event.waitUntil(pages.write(resultingClientId, value));
  if (!edition) return fetch(request);
  const found = KeptAddresses.find(edition.files, address);
  // Where a browser does not say which page will open (Safari 15), its first request does.
  if (found && clientId && request.mode !== "navigate") event.waitUntil(pages.write(clientId, id));
  remember(id);
  const kept = found && (await answerFrom(found, new URL(request.url)));
  if (kept) return kept;
  // A page of another site below this one's path has scripts of its own.
  const isOfEdition = !found && (await pages.read(clientId)) === id;
  if (isOfEdition && OF_THE_PAGE.has(request.destination)) return new Response("", NOTHING);
  if (request.mode !== "navigate") return fetch(request);
  try {
    const response = await fetch(request);
    remember("");
    return response;
  } catch {
    return showNotKept(edition, address);
  }
}

/** Forget the pages that are closed; return the editions of the open ones. */
async function forgetClosed() {
  const options = { includeUncontrolled: true, type: "all" };
  const open = await /** @type {any} */ (globalThis).clients.matchAll(options);
  return pages.clean(new Set(open.map((/** @type {{id: string}} */ { id }) => id)));
}

const clean = async () => KeptCleaning.clean(store, await forgetClosed());
// Once in a worker's life: a browser begins one many times a day.
let hasForgotten = false;

addEventListener("install", () => /** @type {any} */ (globalThis).skipWaiting());
addEventListener("message", (/** @type {any} */ event) => {
  if (event.data !== "clean") return;
  // Not while a page is fetching an edition, whose files are in no edition yet.
  event.waitUntil(navigator.locks.request(KeptNames.of(scope).lock, clean));
});
addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const address = KeptAddresses.below(request.url, scope);
  if (address === null || request.method !== "GET" || request.headers.has(FROM_NETWORK)) return;
  event.respondWith(answer(event, address));
  if (!hasForgotten) event.waitUntil(forgetClosed());
  hasForgotten = true;
});
