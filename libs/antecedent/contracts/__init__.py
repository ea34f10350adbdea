"""The events that the services exchange with each other and with the world."""
