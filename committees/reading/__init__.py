"""Meeting news read: a text and a register in, a frozen report with its evidence out. Pure."""
