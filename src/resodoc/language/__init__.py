"""All that knows Russian."""
