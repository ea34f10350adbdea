"""The pure core: bytes of a PDF in, paragraphs, citations, repeals and links out. No network, files, clock or database."""
