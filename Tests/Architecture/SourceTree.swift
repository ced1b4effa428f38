import Foundation

/// The project's sources as text.
enum SourceTree {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// One Swift file.
  struct File {
    let path: String
    let text: String

    /// The lines, a last line end not counted as one more.
    var lines: [Substring] {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.last == "" ? lines.dropLast() : lines
    }

    /// The modules that the file imports, whatever attribute or kind stands around the word.
    var imports: [String] {
      text.matches(
        of:
          /(?m)^(?:@\w+ +)?(?:public |package |internal |private |fileprivate )?import (?:struct |class |enum |protocol |func |var |typealias )?(\w+)/
      ).map { String($0.1) }
    }

    /// The names of the types that the file declares, nested ones too.
    var types: [String] {
      text.matches(of: /(?m)^[^\/\n]*?\b(?:struct|class|enum|actor|protocol|typealias) (\w+)/)
        .map { String($0.1) }
    }
  }

  /// The names of the folders in `Sources`.
  static func modules() throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: root.appendingPathComponent("Sources").path
    ).filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The Swift files of a module, wherever they stand in its folder.
  static func files(ofModule module: String) throws -> [File] {
    try files(under: "Sources/\(module)")
  }

  /// The Swift files under a folder.
  static func files(under folder: String) throws -> [File] {
    let url = root.appendingPathComponent(folder)
    let paths = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String } ?? []
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      File(
        path: "\(folder)/\(path)",
        text: try String(contentsOf: url.appendingPathComponent(path), encoding: .utf8))
    }
  }

  /// A text file of the project.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }
}
