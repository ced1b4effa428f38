import Foundation

/// A directory that vanishes with its owner.
final class TemporaryDirectory: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("steelyard-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// A file in the directory, there or not.
  func file(_ name: String) -> URL { url.appendingPathComponent(name) }

  /// Writes a text under a name, and makes the folders on the way.
  @discardableResult
  func write(_ text: String, to name: String) throws -> URL {
    try FileManager.default.createDirectory(
      at: file(name).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file(name))
    return file(name)
  }

  /// The text under a name.
  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: file(name)), as: UTF8.self)
  }

  /// Copies a folder or file here.
  func copy(_ source: URL, to name: String) throws {
    try FileManager.default.copyItem(at: source, to: file(name))
  }

  /// Every file below the directory with its bytes.
  func snapshot() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: url.path) {
      files[name] = FileManager.default.contents(atPath: file(name).path) ?? Data()
    }
    return files
  }
}
