"""What officers do here, one module a use case: one public function is one transaction and one journal entry."""
