"""Writing the artifacts of a site to the disk: in parallel, and atomically."""
