/// Names for the files of many subjects: safe for a file system, and no two alike even where case
/// does not count.
public struct ReportFileNames: Sendable {
  private static let longest = 120
  private var used: Set<String> = ["index"]

  /// No names given yet.
  public init() {}

  /// The name for a key, without extension: letters and digits of any script, `-`, `_` and `.` stay,
  /// anything else becomes `_`, which also comes before a point at the beginning; what is longer than 120
  /// bytes is cut; a number is added where another key has that name already. O(length).
  public mutating func name(forKey key: String) -> String {
    var base = ""
    for scalar in key.unicodeScalars {
      let isKept = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      let next = isKept || "-_.".unicodeScalars.contains(scalar) ? Character(scalar) : "_"
      if base.utf8.count + next.utf8.count > Self.longest { break }
      base.unicodeScalars.append(contentsOf: next.unicodeScalars)
    }
    if base.isEmpty || base.first == "." { base = "_" + base }
    var name = base
    var number = 1
    // Equality of Swift's strings passes over how letters are composed, as some file systems do.
    while !used.insert(name.lowercased()).inserted {
      number += 1
      name = "\(base)-\(number)"
    }
    return name
  }
}
