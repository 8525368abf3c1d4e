"""The frame of a page with a list: search, facets, views, columns, export."""
