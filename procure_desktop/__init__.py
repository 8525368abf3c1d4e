"""Procure Desktop: an ally's desk in the purchase of US weapons for Ukraine through NATO."""
