"""The HTTP headers of every file: what a page may load and do, and how long a file may be cached.

The policy allows scripts from files of the site only: none inline, no `eval`. Every page holds it
as well, for hosts where headers cannot be set (there `frame-ancestors` has no effect).
"""

from collections.abc import Iterable, Mapping

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "worker-src": "'self'",
    "style-src": "'self'",
    # The theme's icons are masks within the style sheet.
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
ONLY_IN_HEADERS = {"frame-ancestors"}
HEADERS = {
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": (
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
}
# For file://, where browsers disagree on what 'self' means. No request to a network is allowed.
OFFLINE_POLICY = {
    "default-src": "'none'",
    "script-src": "file: 'self'",
    "style-src": "file: 'self'",
    "img-src": "file: 'self' data:",
    "base-uri": "'none'",
    "form-action": "'none'",
}
# For names with a content hash; for other files hosts let browsers revalidate by default.
FOREVER = "public, max-age=31536000, immutable"
# For the service worker and the lists of what can be kept, which show whether an edition is new.
FRESH = "no-cache"


def write_policy(policy: Mapping[str, str] = POLICY, *, in_page: bool = False) -> str:
    """Return the Content-Security-Policy, for a header or for a page's `meta` element."""
    left_out = ONLY_IN_HEADERS if in_page else set()
    return "; ".join(f"{name} {value}" for name, value in policy.items() if name not in left_out)


def list_headers() -> dict[str, str]:
    """Return the headers of every answer by name."""
    return {"Content-Security-Policy": write_policy(), **HEADERS}


def write_headers_file(forever: Iterable[str]) -> str:
    """Return the text of `_headers`, as Netlify and Cloudflare Pages read it.

    `forever` are the folders whose files never change, for instance "assets/js-1a2b3c4d/".
    """
    blocks = {"/*": list_headers(), "/data/*": {"Access-Control-Allow-Origin": "*"}}
    blocks |= {f"/{name}*": {"Cache-Control": FOREVER} for name in forever}
    blocks |= {path: {"Cache-Control": FRESH} for path in ("/sw.js", "/keep/*")}
    return "".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
        for path, headers in blocks.items()
    )


def write_nginx_headers() -> str:
    """Return the lines for nginx that set the headers, to be included where a file is served."""
    lines = [
        "# Written by `python hooks hosting` from hooks/build/security_headers.py: do not edit."
    ]
    lines += [f'add_header {name} "{value}" always;' for name, value in list_headers().items()]
    return "\n".join(lines) + "\n"
