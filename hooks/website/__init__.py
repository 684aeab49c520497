"""What all outputs of one language share."""
