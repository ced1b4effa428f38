/// A value of a manifest on the way to what it means, with the keys that lead to it.
struct ManifestValue {
  private let node: JSONNode
  private let path: String

  /// The whole manifest.
  init(_ node: JSONNode) { self.init(node, path: "") }

  private init(_ node: JSONNode, path: String) {
    self.node = node
    self.path = path
  }

  /// A fault of this value.
  func fault(_ reason: String) -> ManifestFault {
    ManifestFault(line: node.line, column: node.column, path: path, reason: reason)
  }

  private func mismatch(_ expected: String) -> ManifestFault {
    fault("expected \(expected), found \(node.name)")
  }

  private var members: [String: JSONNode] {
    get throws(ManifestFault) {
      guard case .object(let members) = node.value else { throw mismatch("an object") }
      return members
    }
  }

  private func path(to key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// The value of a key that must be there.
  func value(_ key: String) throws(ManifestFault) -> ManifestValue {
    guard let value = try optional(key) else { throw fault("the key \"\(key)\" is missing") }
    return value
  }

  /// The value of a key that may be absent.
  func optional(_ key: String) throws(ManifestFault) -> ManifestValue? {
    try members[key].map { ManifestValue($0, path: path(to: key)) }
  }

  /// A list's elements.
  var list: [ManifestValue] {
    get throws(ManifestFault) {
      guard case .list(let elements) = node.value else { throw mismatch("a list") }
      return elements.enumerated().map { ManifestValue($1, path: "\(path)[\($0)]") }
    }
  }

  /// A text.
  var text: String {
    get throws(ManifestFault) {
      guard case .text(let text) = node.value else { throw mismatch("a text") }
      return text
    }
  }

  /// A path that the system can open as it reads.
  var filePath: String {
    get throws(ManifestFault) {
      let path = try text
      if path.isEmpty || path.utf8.contains(0) { throw fault("expected the path of a file") }
      return path
    }
  }

  /// A hash.
  var hash: ContentHash {
    get throws(ManifestFault) {
      guard let hash = ContentHash(try text) else {
        throw mismatch("\(ContentHash.digitCount) lower-case hexadecimal digits")
      }
      return hash
    }
  }

  /// True or false.
  var truth: Bool {
    get throws(ManifestFault) {
      guard case .truth(let truth) = node.value else { throw mismatch("true or false") }
      return truth
    }
  }

  /// A whole number.
  var integer: Int {
    get throws(ManifestFault) {
      guard case .number(let text) = node.value, let integer = Int(text) else {
        throw mismatch("a whole number")
      }
      return integer
    }
  }

  /// A number of bytes or rows.
  var count: Int {
    get throws(ManifestFault) {
      let count = try integer
      if count < 0 { throw mismatch("a count") }
      return count
    }
  }

  /// Finite numbers by their names.
  var numbers: [String: Double] {
    get throws(ManifestFault) {
      var numbers: [String: Double] = [:]
      for (key, node) in try members {
        let value = ManifestValue(node, path: path(to: key))
        guard case .number(let text) = node.value, let number = Double(text), number.isFinite else {
          throw value.mismatch("a number")
        }
        numbers[key] = number
      }
      return numbers
    }
  }

  /// The digest that stands in an object's `sha256` and `size`.
  var digest: ContentDigest {
    get throws(ManifestFault) {
      ContentDigest(sha256: try value("sha256").hash, size: try value("size").count)
    }
  }

  /// The files of a key: one or more.
  func files(_ key: String) throws(ManifestFault) -> [FileRecord] {
    let value = try value(key)
    var files: [FileRecord] = []
    for element in try value.list { files.append(try FileRecord(element)) }
    if files.isEmpty { throw value.fault("expected at least one file") }
    return files
  }
}
