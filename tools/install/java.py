"""Java, which the Nu HTML checker is written in."""

import shutil

from install.part import Part


def find_java() -> str | None:
    """Return the path of Java, or None."""
    return shutil.which("java")


JAVA = Part(name="Java", find=find_java, packages=("default-jre-headless",))
