"""What the machine itself has to have, found and, where that can be done, installed."""
