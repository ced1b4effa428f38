import Testing

@Suite("Synthetic banks")
struct PlaceholderTests {}
