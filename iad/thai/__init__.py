"""How Thai is read, written, ordered and compared; pure, without database or request."""
