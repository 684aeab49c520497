"""How wide pages are in windows of several widths: in one frame, resized without drawing."""

from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Page

_MEASURE = """
async ([addresses, widths, sandbox]) => {
  const frame = document.createElement("iframe");
  Object.assign(frame, { sandbox, width: widths[0], height: 700 });
  frame.style.border = 0;
  document.body.append(frame);
  const found = {};
  for (const address of addresses) {
    const loaded = new Promise((done) => frame.addEventListener("load", done, { once: true }));
    frame.src = address;
    await loaded;
    const { documentElement: root, location } = frame.contentDocument;
    if (!location.href.endsWith(address)) throw new Error(`${location} instead of ${address}`);
    const measured = widths.map((width) => {
      frame.width = width;
      return root.scrollWidth;
    });
    found[address] = [!root.classList.contains("no-js"), measured, root.textContent];
  }
  frame.remove();
  return found;
}
"""


@dataclass(frozen=True, kw_only=True)
class Measured:
    """A page in a frame."""

    ran_scripts: bool
    # How wide it is in a window of each width, both in pixels.
    widths: dict[int, int]
    text: str

    @property
    def too_wide(self) -> dict[int, int]:
        """The widths of windows in which it scrolls sideways."""
        return {width: found for width, found in self.widths.items() if found > width}


def measure_widths(
    page: Page, addresses: Sequence[str], widths: Sequence[int], *, with_scripts: bool
) -> dict[str, Measured]:
    """Return what each of the `addresses`, paths of the server of `page`, measures.

    The page may be any that lets itself be framed, such as a text.
    """
    sandbox = "allow-same-origin allow-scripts" if with_scripts else "allow-same-origin"
    found = page.evaluate(_MEASURE, [list(addresses), list(widths), sandbox])
    return {
        address: Measured(ran_scripts=ran, widths=dict(zip(widths, each, strict=True)), text=text)
        for address, (ran, each, text) in found.items()
    }
