"""Writers: an article or a bundle, as text for somebody else."""
