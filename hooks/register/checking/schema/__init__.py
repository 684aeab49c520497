"""The form of the data: the types of the model, and what breaks them."""
