/// What makes a text no manifest, and where.
struct ManifestFault: Error, Equatable {
  /// From 1.
  let line: Int
  /// In bytes, from 1.
  let column: Int
  /// The keys that lead there, such as `inputs[0].files`; empty for a fault of the JSON.
  let path: String
  /// The end of a sentence.
  let reason: String
}
