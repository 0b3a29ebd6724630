"""Bytes and text in, drafts out."""
