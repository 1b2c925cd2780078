"""Open data: /api/v1/, read-only, of whatever readers may see (`iad.api.resources`)."""
