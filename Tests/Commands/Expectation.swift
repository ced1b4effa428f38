import Testing

/// What must come of one faulty input: the exit code, and words that the message must hold.
struct Expectation: CustomTestStringConvertible {
  let name: String
  let exitCode: Int32
  let words: [String]
  /// The command line, where the fault is in it.
  let arguments: [String]

  var testDescription: String { name }

  init(_ row: [String: String]) {
    name = row["name"] ?? ""
    exitCode = Int32(row["exit"] ?? "") ?? -1
    words = (row["words"] ?? "").split(separator: "|").map(String.init)
    arguments = (row["arguments"] ?? "").split(separator: " ").map(String.init)
  }

  /// The expectations for a folder of `Tests/Cases/invalid`.
  static func all(_ folder: String) throws -> [Expectation] {
    try Project.expectations(folder).map(Expectation.init)
  }

  /// Checks a message.
  func check(_ message: String) {
    #expect(!words.isEmpty)
    for word in words { #expect(message.contains(word), "\(message) lacks: \(word)") }
  }
}
