"""A comparison as text that others read: JSON, Markdown for a pull request, and one HTML page."""
