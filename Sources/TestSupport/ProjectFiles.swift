import Foundation

/// Where the project's data sets, cases and sources lie, for tests that read them.
public enum ProjectFiles {
  /// The folder that holds `Package.swift`.
  public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A file or folder by its path from the root.
  public static func url(_ path: String) -> URL { root.appendingPathComponent(path) }

  /// The text of a file by its path from the root.
  public static func text(_ path: String) throws -> String {
    try String(contentsOf: url(path), encoding: .utf8)
  }

  /// The names in a folder, sorted by their bytes; hidden files are left out.
  public static func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url(path).path)
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The policies below `Datasets/policies`, by their paths from there.
  public static func policies() throws -> [String] {
    try names(in: "Datasets/policies").flatMap { folder in
      try names(in: "Datasets/policies/\(folder)").filter { $0.hasSuffix(".yaml") }
        .map { "\(folder)/\($0)" }
    }
  }
}
