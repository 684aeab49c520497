"""A real Firefox, spoken to in WebDriver BiDi, which it understands without a driver between.

https://www.w3.org/TR/webdriver-bidi/
"""

import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from websockets.sync.client import ClientConnection, connect

from install.programs import find_firefox

SECONDS = 120  # a limit for a browser that has died, not a measure
# What a script says of a request that was on its way when its page was left.
_LEFT = "0x804b0002"  # NS_BINDING_ABORTED
_ADDRESS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
# What a page waits for: polled, so that it says at the end what is missing.
_WAIT = """
async () => {{
  const holds = () => {{ {body} }};
  for (let tries = 0; tries < 1200; tries += 1) {{
    if (holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }}
  return false;
}}
"""
# What keys are called when they are typed (WebDriver, "normalized key value").
KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "ArrowDown": "\ue015", "Tab": "\ue004"}


class Firefox:
    """A window; `complaints` has the errors, warnings and foreign requests of its pages."""

    def __init__(self, connection: ClientConnection) -> None:
        """Begin a session on `connection`."""
        self._connection = connection
        self._number = 0
        self.complaints: list[str] = []
        self._send("session.new", capabilities={})
        events = ["log.entryAdded", "network.beforeRequestSent"]
        self._send("session.subscribe", events=events)
        self._context = self._send("browsingContext.getTree")["contexts"][0]["context"]

    def open_tab(self) -> str:
        """Open a tab, to which all that follows is sent; return the one before, for `turn_to`."""
        before = self._context
        self.turn_to(self._send("browsingContext.create", type="tab")["context"])
        return before

    def turn_to(self, tab: str) -> str:
        """Send all that follows to another tab; return the one before."""
        before, self._context = self._context, tab
        self._send("browsingContext.activate", context=tab)
        return before

    def _send(self, method: str, **params: Any) -> Any:
        self._number += 1
        self._connection.send(json.dumps({"id": self._number, "method": method, "params": params}))
        while True:
            message = json.loads(self._connection.recv(timeout=SECONDS))
            if message.get("type") == "event":
                self._note(message["method"], message["params"])
            elif message.get("id") == self._number:
                if message["type"] == "error":
                    raise RuntimeError(f"{method}: {message['message']}")
                return message["result"]

    def _note(self, method: str, params: dict[str, Any]) -> None:
        if method == "log.entryAdded" and params["level"] in ("error", "warn"):
            if _LEFT not in str(params["text"]):
                self.complaints.append(str(params["text"]))
        elif method == "network.beforeRequestSent":
            url = params["request"]["url"]
            if not url.startswith(("http://127.0.0.1:", "file:", "data:", "blob:", "resource:")):
                self.complaints.append(f"request to another host: {url}")

    def open(self, address: str) -> None:
        """Open the page at `address` and wait until it has loaded."""
        self._send("browsingContext.navigate", context=self._context, url=address, wait="complete")

    def ask(self, script: str) -> Any:
        """Return what the JavaScript expression `script` is on the page: a plain value."""
        found = self._send(
            "script.evaluate",
            expression=f"Promise.resolve({script}).then((value) => JSON.stringify(value))",
            target={"context": self._context},
            awaitPromise=True,
        )
        if found["type"] == "exception":
            raise AssertionError(f"{script}: {found['exceptionDetails']['text']}")
        text = found["result"].get("value")
        return None if text is None else json.loads(text)

    def wait(self, condition: str) -> None:
        """Wait, for at most a minute, until the expression `condition` holds."""
        held = self.ask(f"({_WAIT.format(body=f'return Boolean({condition});')})()")
        assert held, f"never came true: {condition}"

    def arrive(self, condition: str) -> None:
        """Wait until the page that is on its way has loaded, and `condition` holds there."""
        end = monotonic() + SECONDS
        while monotonic() < end:
            # A page that goes away while it is asked has no answer.
            with suppress(RuntimeError):
                if self.ask(f"document.readyState === 'complete' && Boolean({condition})"):
                    return
            sleep(0.05)
        raise AssertionError(f"no page where it is true: {condition}")

    def type(self, *texts: str) -> None:
        """Type texts and keys (see `KEYS`) as a reader would."""
        letters = [char for text in texts for char in ([KEYS[text]] if text in KEYS else text)]
        actions = [
            {"type": kind, "value": char} for char in letters for kind in ("keyDown", "keyUp")
        ]
        self._send(
            "input.performActions",
            context=self._context,
            actions=[{"type": "key", "id": "keys", "actions": actions}],
        )

    def click(self, selector: str) -> None:
        """Click in the middle of the first visible element that `selector` finds."""
        x, y = self.ask(
            f"""(() => {{
              const found = [...document.querySelectorAll({json.dumps(selector)})]
                .find((each) => each.checkVisibility());
              found.scrollIntoView({{block: "center", behavior: "instant"}});
              const box = found.getBoundingClientRect();
              return [box.left + box.width / 2, box.top + box.height / 2];
            }})()"""
        )
        steps = [
            {"type": "pointerMove", "x": round(x), "y": round(y)},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._send(
            "input.performActions",
            context=self._context,
            actions=[{"type": "pointer", "id": "mouse", "actions": steps}],
        )


@contextmanager
def run_firefox(profile: Path) -> Iterator[Firefox]:
    """Yield a real Firefox, run without a window and with a fresh `profile`."""
    path = find_firefox()
    assert path, "no Firefox: `make test` installs one"
    command = [path, "--headless", "--no-remote", "--profile", str(profile)]
    process = subprocess.Popen(
        [*command, "--remote-debugging-port", "0", "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stderr is not None
        address = next(
            found.group(1) for line in process.stderr if (found := _ADDRESS.search(line))
        )
        # No pings: a busy browser answers them late, and their random numbers disturb hypothesis.
        options = {"max_size": None, "ping_interval": None}
        with connect(f"{address}/session", **options) as connection:
            yield Firefox(connection)
    finally:
        process.kill()
        process.wait()
        process.stderr.close()  # type: ignore[union-attr]
