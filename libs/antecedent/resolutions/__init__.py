"""The pure core: bytes of a PDF in, paragraphs, citations, repeals, links out. No network, files, clock, database."""
