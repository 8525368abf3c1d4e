"""What people read: sentences, labels and figures made of domain values."""
