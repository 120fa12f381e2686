"""kehoach: from a commune's yearly plan (kế hoạch) to the report its chair signs."""

__version__ = "0.1.0"
