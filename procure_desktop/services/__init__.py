"""The use cases: one public function is one transaction and one journal entry."""
