"""The first day: the wizard that makes, opens or restores the first office."""
