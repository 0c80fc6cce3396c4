"""The 审签 page: queues, a list, and the draft as its signer reads it."""
