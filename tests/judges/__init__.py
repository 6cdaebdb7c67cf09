"""Programs outside the project that judge its files: LibreOffice, poppler, three validators."""
