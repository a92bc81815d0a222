"""Reads a PDF for the tests: what breaks PDF/UA-1 or PDF/A-2a, and what it says. It prints JSON."""

import json
import sys

import page
import pypdf


def broken(path, profile):
    """The rules that it breaks, by number and what they say."""
    report = page.validate_pdf(path, profile=profile)
    if report.rules.total < 50:
        return [f"only {report.rules.total} rules were checked"]
    return [f"{one.rule_id} {one.message}" for one in report.failures]


path = sys.argv[1]
reader = pypdf.PdfReader(path)
root = reader.trailer["/Root"]
print(
    json.dumps(
        {
            "ua": broken(path, page.ValidationProfile.PDF_UA_1),
            "a": broken(path, page.ValidationProfile.PDF_A_2A),
            "pages": [one.extract_text() for one in reader.pages],
            "title": reader.metadata.title,
            "language": str(root["/Lang"]),
            "headings": [str(one.title) for one in reader.outline if not isinstance(one, list)],
        }
    )
)
