"""Every rule of the register, and how a problem is reported."""
