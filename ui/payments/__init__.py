"""稿酬: fees proposed, confirmed, and paid by sheets."""
