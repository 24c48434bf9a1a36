"""Values that readers give: line, geometry, source, text. No input or output, no meaning."""
