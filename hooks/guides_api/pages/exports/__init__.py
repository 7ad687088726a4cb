"""The catalogue for other people's programs and spreadsheets: flat typed records, their schemas, badges."""
