"""Artifacts as files that MkDocs knows, so that links of hand-written pages can lead to them."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from pages.handwritten.downloads import Download
from website.artifact import Artifact


class ArtifactFile(File):
    """A file that MkDocs neither builds nor copies: it is written from the table of artifacts."""

    @classmethod
    def of(cls, artifact: Artifact, config: MkDocsConfig) -> "ArtifactFile":
        """Return the file of `artifact`; links name a page by its source ("fr/glossary.md")."""
        name = f"{artifact.page}.md" if artifact.page else artifact.path
        file = cls.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        assert isinstance(file, cls)
        file.dest_uri = artifact.path
        return file

    def is_documentation_page(self) -> bool:
        """Keep MkDocs from building it as a page."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Keep MkDocs from copying what is not there."""


def add_artifacts(files: Files, artifacts: Iterable[Artifact], config: MkDocsConfig) -> None:
    """Add the `artifacts` to the `files` that MkDocs knows of."""
    for artifact in artifacts:
        files.append(ArtifactFile.of(artifact, config))


def _add_copies(files: Files, copies: Iterable[tuple[str, Path]], config: MkDocsConfig) -> None:
    """Add files to copy: pairs of the name below the site's root and the path of the original."""
    for name, source in copies:
        files.append(File.generated(config, name, abs_src_path=str(source)))


def add_downloads(
    files: Files,
    root: Path,
    documents: Iterable[str],
    downloads: Iterable[Download],
    config: MkDocsConfig,
) -> None:
    """Let MkDocs copy `documents` and `downloads`, which are in folders of the project `root`."""
    folder = root / config.extra["documents"]
    _add_copies(files, ((name, folder / name) for name in documents), config)
    folder = root / config.extra["downloads"]
    copies = ((f"download/{each.name}", folder / each.name) for each in downloads)
    _add_copies(files, copies, config)
