"""`hosting`: the files in hosting/ that are generated from the code."""

from pathlib import Path

import click

from register.messages import speak


@click.command
@click.pass_obj
def command(project: Path) -> None:
    """Write the headers into hosting/nginx/headers.conf."""
    from build.security_headers import write_nginx_headers

    target = project / "hosting" / "nginx" / "headers.conf"
    target.write_text(write_nginx_headers(), encoding="utf-8", newline="\n")
    click.echo(speak("file-written", file="hosting/nginx/headers.conf"))
