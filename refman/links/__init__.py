"""Addresses found in text, mended and told apart."""
