"""What our pages use of Material: its style sheet, script, words and icons; and our assets."""

from collections.abc import Collection, Mapping
from pathlib import Path

import jinja2
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from assets import style_bundles
from assets.prepare import THEME_SCRIPT, Assets, is_used, prepare_assets
from assets.script_bundles import (
    BUNDLES,
    NEWER,
    OFFLINE_BUNDLES,
    REMOVAL_WORKER,
    SERVICE_WORKER,
    join_scripts,
    name_part,
)
from build.security_headers import OFFLINE_POLICY, POLICY, write_headers_file, write_policy
from register.model import LANGUAGES
from website.frame.theme import ICONS, PAGE_WORDS, SCRIPT_WORDS, Theme


def set_theme_aside(config: MkDocsConfig) -> Path:
    """Keep MkDocs from looking through the theme, and return the theme's folder.

    It would list 14,500 files, most of them icons, of which our pages use three: 0.1 s.
    """
    folder = next(each for each in config.theme.dirs if Path(each, "mkdocs_theme.yml").exists())
    config.theme.dirs.remove(folder)
    # The theme's own pages and sitemap: ours are in the table of artifacts.
    config.theme.static_templates = set()
    return Path(folder)


def take_theme(
    config: MkDocsConfig,
    files: Files,
    theme: Path,
    templates: Path,
    cache: Path,
    compiled: jinja2.BytecodeCache | None,
    *,
    categories: int,
    is_preview: bool = False,
    keeps: bool = False,
) -> Theme:
    """Prepare the assets of a build among `files`, and return what the pages need of the theme.

    `theme` is its folder, and `templates` is the folder of our templates; style sheets are kept in
    `cache`, compiled templates in `compiled`, from build to build. The preview, which adds a script
    of its own to each page, has no policy. With `keeps` readers can keep the site on a device. So
    many `categories` have colours.
    """
    _add_files(config, files, theme)
    policy = OFFLINE_POLICY if config.extra.get("offline") else POLICY
    if not config.extra.get("offline"):
        parts = {"sw.js": SERVICE_WORKER if keeps else REMOVAL_WORKER, "newer.js": NEWER}
        _add_at_root(config, files, parts)
    preview_styles = style_bundles.PREVIEW_BUNDLES if is_preview else {}
    absent = style_bundles.list_absent(categories)
    assets = _prepare(config, files, templates, cache, preview_styles, absent)
    env = jinja2.Environment(loader=jinja2.FileSystemLoader(theme), bytecode_cache=compiled)
    return Theme(
        stylesheet=assets.stylesheet_name,
        bundle=next(f.src_uri for f in files if THEME_SCRIPT.fullmatch(f.src_uri)),
        moved=assets.moved,
        words={
            language: _read_words(env, f"partials/languages/{language}.html")
            for language in LANGUAGES
        },
        icons={f"material/{icon}": _read_icon(env, icon) for icon in ICONS},
        policy="" if is_preview else write_policy(policy, in_page=True),
        has_stamps=not is_preview and not config.extra.get("offline"),
    )


def _add_files(config: MkDocsConfig, files: Files, theme: Path) -> None:
    """Add the files that pages request of the folder of the `theme`."""
    for path in sorted((theme / "assets").rglob("*.*")):
        name = path.relative_to(theme).as_posix()
        if is_used(name) and files.get_file_from_path(name) is None:
            files.append(File(name, str(theme), config.site_dir, config.use_directory_urls))


def _add_at_root(
    config: MkDocsConfig, files: Files, scripts: Mapping[str, tuple[str, ...]]
) -> None:
    """Add the `scripts` whose names stay, by name with their parts: the service worker is one.

    Where nobody may keep the site, that one removes what is.
    """
    texts = {file.src_uri: file for file in files if file.src_uri.endswith(".js")}
    for name, parts in scripts.items():
        script = join_scripts(texts[name_part(part)].content_string for part in parts)
        files.append(File.generated(config, name, content=script))


def _read_words(env: jinja2.Environment, name: str) -> dict[str, str]:
    translate = env.get_template(name).module.t  # type: ignore[attr-defined]
    return {key: str(translate(key)) for key in (*SCRIPT_WORDS, *PAGE_WORDS)}


def _read_icon(env: jinja2.Environment, icon: str) -> Markup:
    assert env.loader is not None
    return Markup(env.loader.get_source(env, f".icons/material/{icon}.svg")[0])


def _prepare(
    config: MkDocsConfig,
    files: Files,
    templates: Path,
    cache: Path,
    preview_styles: Mapping[str, tuple[str, ...]],
    absent: Collection[str],
) -> Assets:
    """Replace the style sheets by one, join the scripts, leave out what no page uses."""
    for file in list(files):
        # Our pages in place of the theme's are in the table of artifacts.
        if not is_used(file.src_uri) or file.src_uri in ("404.html", "sitemap.xml"):
            files.remove(file)
    found = {
        file.src_uri: file
        for file in files
        if file.src_uri.startswith("assets/") and file.src_uri.endswith((".css", ".js"))
    }
    pages = (file for file in files if file.is_documentation_page() and not file.generated_by)
    assets = prepare_assets(
        {name: file.content_string for name, file in found.items()},
        styles=style_bundles.BUNDLES,
        bundles=OFFLINE_BUNDLES if config.extra.get("offline") else BUNDLES,
        templates=[path.read_text(encoding="utf-8") for path in templates.rglob("*.*")],
        pages=[file.content_string for file in pages],
        cache=cache,
        preview_styles=preview_styles,
        absent=absent,
    )
    for name, file in found.items():
        if name in assets.replaced:
            files.remove(file)
    for name, text in assets.generated.items():
        files.append(File.generated(config, name, content=text))
    if not config.extra.get("offline"):
        headers = write_headers_file(assets.folders)
        files.append(File.generated(config, "_headers", content=headers))
    return assets
