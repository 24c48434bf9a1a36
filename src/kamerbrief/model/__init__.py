"""What users get: frozen Pydantic models, their diagnostics and errors."""
