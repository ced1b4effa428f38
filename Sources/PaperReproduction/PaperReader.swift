import AHP
import Diagnostics
import Foundation
import LocatedYAML

/// Reads a paper file and collects every fault in it, each with its place.
public struct PaperReader: NodeReader {
  /// A paper file begins with `paper:`.
  public static let kind = DocumentKind(name: "paper", firstKey: "paper")

  /// What is wrong with the file.
  public var diagnostics: [Diagnostic] = []
  /// The folder that files of judgements are relative to.
  let folder: URL

  /// YAML misreads nothing in paper files that could be told.
  public func misreading(of entries: [YAMLNode.Entry]) -> Diagnostic? { nil }

  /// The paper of a file.
  ///
  /// - Throws: `DiagnosedFailure` with every fault found.
  public static func read(contentsOf file: String) throws(DiagnosedFailure) -> Paper {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    return try read(try contents(of: file), file: file, folder: folder)
  }

  private static func contents(of file: String) throws(DiagnosedFailure) -> String {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
    guard !isFolder.boolValue, let bytes = FileManager.default.contents(atPath: file) else {
      let reason = isFolder.boolValue ? "it is a folder" : "permission is denied"
      throw unreadable(
        "cannot read \(file): \(exists ? reason : "there is no such file")",
        suggestion: isFolder.boolValue ? "name the file in it" : "see that the name is right")
    }
    guard let yaml = String(bytes: bytes, encoding: .utf8) else {
      throw unreadable(
        "\(file) is not UTF-8 text", suggestion: "save it as plain text in UTF-8")
    }
    return yaml
  }

  private static func unreadable(_ message: String, suggestion: String) -> DiagnosedFailure {
    DiagnosedFailure([Diagnostic(code: "paper.unreadable", message, suggestion: suggestion)])
  }

  /// The paper in a text; `file` names it in messages, and judgement files are relative to `folder`.
  public static func read(
    _ yaml: String, file: String, folder: URL
  ) throws(DiagnosedFailure) -> Paper {
    let root = try YAMLNode.parse(yaml, file: file, kind: kind)
    var reader = PaperReader(folder: folder)
    guard let paper = reader.paper(root), !reader.diagnostics.hasErrors else {
      throw DiagnosedFailure(reader.diagnostics)
    }
    return paper
  }

  private init(folder: URL) { self.folder = folder }

  private mutating func paper(_ root: YAMLNode) -> Paper? {
    let keys = ["paper", "title", "source", "matrices", "syntheses"]
    guard let fields = fields(of: root, path: "", keys: keys) else { return nil }
    for key in ["paper", "matrices"] where fields[key] == nil { missingKey(key, root, path: "") }
    let name = text(fields["paper"], path: "paper")
    let title = text(fields["title"], path: "title")
    let source = text(fields["source"], path: "source")
    var matrices: [PaperMatrix] = []
    for entry in named(fields["matrices"], path: "matrices") {
      if let matrix = matrix(entry) { matrices.append(matrix) }
    }
    // A matrix that could not be read is missing in each synthesis of it.
    if diagnostics.hasErrors { return nil }
    var syntheses: [PaperSynthesis] = []
    for entry in named(fields["syntheses"], path: "syntheses") {
      if let synthesis = synthesis(entry, matrices) { syntheses.append(synthesis) }
    }
    guard let name, !matrices.isEmpty else { return nil }
    return Paper(
      name: name, title: title, source: source, matrices: matrices, syntheses: syntheses,
      findings: diagnostics)
  }

  // MARK: Syntheses

  private mutating func synthesis(
    _ entry: YAMLNode.Entry, _ matrices: [PaperMatrix]
  ) -> PaperSynthesis? {
    let path = "syntheses.\(entry.key)"
    let keys = ["criteria", "alternatives", "printed"]
    guard let fields = fields(of: entry.value, path: path, keys: keys) else { return nil }
    for key in keys where fields[key] == nil { missingKey(key, entry.value, path: path) }
    guard let criteria = matrix(fields["criteria"], path: "\(path).criteria", among: matrices),
      let node = fields["alternatives"], let printed = fields["printed"],
      let alternatives = alternatives(
        node, path: "\(path).alternatives", criteria: criteria, among: matrices)
    else { return nil }
    return PaperSynthesis(
      name: entry.key, criteria: criteria, alternatives: alternatives,
      prints: prints(
        printed, path: "\(path).printed", labels: alternatives[0].matrix.labels,
        quantities: [.priority]))
  }

  private mutating func alternatives(
    _ node: YAMLNode, path: String, criteria: PaperMatrix, among matrices: [PaperMatrix]
  ) -> [PaperMatrix]? {
    let labels = criteria.matrix.labels
    guard let fields = fields(of: node, path: path, keys: labels) else { return nil }
    for label in labels where fields[label] == nil { missingKey(label, node, path: path) }
    var found: [PaperMatrix] = []
    for label in labels {
      guard let name = fields[label],
        let alternatives = matrix(name, path: join(path, label), among: matrices)
      else { continue }
      if let first = found.first, first.matrix.labels != alternatives.matrix.labels {
        report(
          name, join(path, label), "paper.labels",
          "\(alternatives.name) does not compare the same as \(first.name)",
          notes: ["\(first.name) compares \(first.matrix.labels.joined(separator: ", "))"],
          suggestion: "compare the same alternatives in the same order under each criterion")
      }
      found.append(alternatives)
    }
    return found.count == labels.count ? found : nil
  }

  private mutating func matrix(
    _ node: YAMLNode?, path: String, among matrices: [PaperMatrix]
  ) -> PaperMatrix? {
    guard let node, let name = text(node, path: path) else { return nil }
    if let matrix = matrices.first(where: { $0.name == name }) { return matrix }
    let names = matrices.map(\.name)
    report(
      node, path, "paper.unknown-matrix", "there is no matrix \(name)",
      suggestion: Spelling.didYouMean(name, among: names)
        ?? "the matrices are \(names.joined(separator: ", "))")
    return nil
  }
}
