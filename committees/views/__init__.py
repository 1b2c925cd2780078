"""What readers see of the record, all of it through ``public()``."""
