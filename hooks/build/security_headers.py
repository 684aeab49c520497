"""What a host says of every file: who may do what in a page, and how long a file may be kept.

The policy allows scripts from files of the site only: none within a page, no `eval`. It stands in
every page as well, for hosts that let nobody set headers (there `frame-ancestors` has no effect).
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
# From a folder on a reader's disk, where 'self' is nothing sure. No network may be asked.
OFFLINE_POLICY = {
    "default-src": "'none'",
    "script-src": "file: 'self'",
    "style-src": "file: 'self'",
    "img-src": "file: 'self' data:",
    "base-uri": "'none'",
    "form-action": "'none'",
}
# Names that tell the content never change it; hosts let the rest be asked for anew by themselves.
FOREVER = "public, max-age=31536000, immutable"


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
