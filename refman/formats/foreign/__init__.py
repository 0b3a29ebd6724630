"""What foreign files say, made into entries: parts that several loaders share."""
