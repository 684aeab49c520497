// Elements and scripts of a page.

const Dom = (() => {
  /**
   * Return a new element.
   * @param {string} name
   * @param {Record<string, unknown>} [properties] of the element, not its attributes
   * @param {...(Node | string)} children
   * @returns {any}
   */
  function make(name, properties = {}, ...children) {
    const element = document.createElement(name);
    Object.assign(element, properties);
    element.append(...children);
    return element;
  }

  /**
   * Load a script into this page, or into another `target`.
   * @param {string} address
   * @param {Document} [target]
   * @returns {Promise<void>} fails where the script cannot be loaded
   */
  function loadScript(address, target = document) {
    return new Promise((resolve, reject) => {
      const script = target.createElement("script");
      script.src = address;
      script.onload = () => resolve();
      script.onerror = () => {
        script.remove();
        reject(new Error(address));
      };
      (target.head ?? target.documentElement).append(script);
    });
  }

  return { make, loadScript };
})();
