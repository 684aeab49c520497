"""The files that are read without a server: the zip, the single files, the lists as PDF."""
