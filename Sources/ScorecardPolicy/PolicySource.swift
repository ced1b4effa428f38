import Diagnostics
import Foundation
import Glibc
import LocatedYAML

/// A policy's nodes, those of the policies that it extends brought in.
struct PolicySource {
  /// How many policies may extend each other; more are surely a circle or a mistake.
  private static let maximumDepth = 16

  /// The whole policy.
  private(set) var root: YAMLNode
  /// The folder that its judgement files are named relative to: that of the last extended policy.
  let folder: String
  /// The policies that it extends, the nearest first.
  let basisFiles: [String]
  /// What is wrong with its overrides.
  let diagnostics: [Diagnostic]

  init(
    _ yaml: String, file: String, folder: String, extending chain: [String] = []
  ) throws(DiagnosedFailure) {
    let root = try YAMLNode.parse(yaml, file: file, kind: PolicyReader.kind)
    guard let extended = root["extend"] else {
      (self.root, self.folder, basisFiles, diagnostics) = (root, folder, [], [])
      return
    }
    guard let name = extended.text else {
      throw DiagnosedFailure([
        Diagnostic(
          code: "policy.shape", at: extended.location, path: "extend",
          "extend must name a policy file, not \(extended.kind)")
      ])
    }
    let basisFile = name.hasPrefix("/") || folder == "." ? name : "\(folder)/\(name)"
    let chain = chain + [file]
    let isCircle = chain.contains { Self.isSame($0, basisFile) }
    guard !Self.isSame(file, basisFile) else {
      throw DiagnosedFailure([
        Diagnostic(
          code: "scenario.circle", at: extended.location, path: "extend",
          "this policy extends itself", suggestion: "name another policy behind extend:")
      ])
    }
    guard !isCircle, chain.count <= Self.maximumDepth else {
      throw DiagnosedFailure([
        Diagnostic(
          code: "scenario.circle", at: extended.location, path: "extend",
          "these policies extend each other: \((chain + [basisFile]).joined(separator: " -> "))",
          suggestion: "let one of them stand for itself")
      ])
    }
    let basis = try Self.basis(basisFile, at: extended.location, chain)
    var scenario = PolicyScenario()
    let shortName = file.lastIndex(of: "/").map { String(file[$0...].dropFirst()) } ?? file
    self.root = scenario.apply(root, to: basis.root, named: shortName)
    self.folder = basis.folder
    basisFiles = [basisFile] + basis.basisFiles
    diagnostics = basis.diagnostics + scenario.diagnostics
  }

  /// The source with its nodes changed.
  func replacingRoot(_ root: YAMLNode) -> PolicySource {
    var changed = self
    changed.root = root
    return changed
  }

  private static func basis(
    _ file: String, at place: SourceLocation, _ chain: [String]
  ) throws(DiagnosedFailure) -> PolicySource {
    guard FileManager.default.fileExists(atPath: file) else {
      throw DiagnosedFailure([
        Diagnostic(
          code: "policy.unreadable", at: place, path: "extend",
          "there is no policy file \(file) to extend",
          suggestion: "files are named relative to the policy's folder")
      ])
    }
    return try PolicySource(
      try text(of: file), file: file, folder: folder(of: file), extending: chain)
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    URL(fileURLWithPath: one).resolvingSymlinksInPath()
      == URL(fileURLWithPath: other).resolvingSymlinksInPath()
  }

  /// The folder of a file, named as the user named the file, as messages about files beside it are
  /// read beside its own.
  static func folder(of file: String) -> String {
    file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
  }

  /// The text of a policy file.
  static func text(of file: String) throws(DiagnosedFailure) -> String {
    try checkIsFile(file)
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: file)) else {
      throw unreadable("the policy \(file) cannot be read: permission is denied")
    }
    guard let yaml = String(data: data, encoding: .utf8) else {
      let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      let line = lines.firstIndex { String(data: $0, encoding: .utf8) == nil } ?? 0
      throw DiagnosedFailure([
        Diagnostic(
          code: "policy.encoding", at: SourceLocation(file: file, line: line + 1, column: 1),
          "the policy is not UTF-8 text; this line is the first at fault",
          suggestion: "save it as plain text in UTF-8")
      ])
    }
    return yaml
  }

  /// A policy is read again for its hash, so that it must be a file.
  private static func checkIsFile(_ file: String) throws(DiagnosedFailure) {
    var status = stat()
    guard stat(file, &status) == 0 else {
      throw unreadable(
        file.isEmpty
          ? "the name of the policy file is empty"
          : errno == EACCES
            ? "the policy \(file) cannot be read: permission is denied"
            : "there is no policy file \(file)")
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR:
      throw unreadable(
        "the policy \(file) cannot be read: it is a folder", "name the file in it")
    default:
      throw unreadable(
        "the policy \(file) cannot be read: it is a pipe or a device",
        "save it as a file: results record which one they were made with")
    }
  }

  private static func unreadable(
    _ message: String, _ suggestion: String? = nil
  ) -> DiagnosedFailure {
    DiagnosedFailure([Diagnostic(code: "policy.unreadable", message, suggestion: suggestion)])
  }
}
