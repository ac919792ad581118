"""A request in, the same request let through, sent to sign in, or refused."""
