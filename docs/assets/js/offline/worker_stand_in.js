// From file:// a browser starts no worker: a hidden frame takes its place. The worker's script finds
// `postMessage` and `importScripts` there, but has to wait for the latter: it gives a promise.
//
// All scripts come into the frame by their address, so that the content policy, which the frame has
// from the page, can refuse every script within a page.

if (location.protocol === "file:" && Worker.name !== "StandIn") {
  class StandIn extends EventTarget {
    #frame = document.createElement("iframe");
    #port;

    /** @param {string | URL} address */
    constructor(address) {
      super();
      this.#frame.hidden = true;
      document.body.append(this.#frame);
      const inside = /** @type {any} */ (this.#frame.contentWindow);
      // Or else Firefox loads the empty page once more, and with it forgets what was put into it.
      inside.document.open();
      inside.document.write("<!doctype html>");
      inside.document.close();

      const { port1, port2 } = new MessageChannel();
      this.#port = port1;
      port1.onmessage = ({ data }) => this.dispatchEvent(new MessageEvent("message", { data }));
      inside.postMessage = (/** @type {unknown} */ data) => port2.postMessage(data);
      inside.importScripts = async (/** @type {string[]} */ ...addresses) => {
        for (const each of addresses) await Dom.loadScript(each, inside.document);
      };
      // Messages that come before wait in the channel.
      Dom.loadScript(String(address), inside.document).then(() => {
        port2.onmessage = ({ data }) => inside.dispatchEvent(new MessageEvent("message", { data }));
      });
    }

    /** @param {unknown} data */
    postMessage(data) {
      this.#port.postMessage(data);
    }

    terminate() {
      this.#port.close();
      this.#frame.remove();
    }
  }
  window.Worker = /** @type {any} */ (StandIn);
}
