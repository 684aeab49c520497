// The worker of a site that is no longer kept on devices (KEEP=off): where one was kept, the browser
// finds this in its place, and it removes all that was stored, and itself.

const { registration, clients } = /** @type {any} */ (globalThis);

addEventListener("install", () => /** @type {any} */ (globalThis).skipWaiting());
addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(remove()));

async function remove() {
  await KeptStore.open(registration.scope).clear();
  await registration.unregister();
  const pages = await clients.matchAll({ type: "window" });
  // A page that cannot be loaded again gets the network's answers from now on anyway.
  await Promise.allSettled(pages.map((/** @type {any} */ page) => page.navigate(page.url)));
}
