import Foundation

/// A directory that vanishes with its owner.
public final class TemporaryDirectory: Sendable {
  /// Where it is.
  public let url: URL

  /// An empty directory.
  public init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("steelyard-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Where it is, as a path.
  public var path: String { url.path }

  /// The names in it, hidden ones too, in order.
  public var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  /// A file in the directory, there or not.
  public func file(_ name: String) -> URL { url.appendingPathComponent(name) }

  /// Writes bytes under a name, and makes the folders on the way.
  @discardableResult
  public func write(_ bytes: [UInt8], to name: String) throws -> URL {
    try FileManager.default.createDirectory(
      at: file(name).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file(name))
    return file(name)
  }

  /// Writes a text under a name, and makes the folders on the way.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> URL {
    try write(Array(text.utf8), to: name)
  }

  /// The text under a name.
  public func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: file(name)), as: UTF8.self)
  }

  /// Copies a folder or file here.
  public func copy(_ source: URL, to name: String) throws {
    try FileManager.default.copyItem(at: source, to: file(name))
  }

  /// Every file below the directory with its bytes.
  public func snapshot() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      files[name] = FileManager.default.contents(atPath: file(name).path) ?? Data()
    }
    return files
  }
}
