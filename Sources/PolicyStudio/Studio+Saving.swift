import ColumnStore
import Diagnostics
import Foundation
import ScorecardPolicy

// New versions of the policy.
extension Studio {
  /// What was written, and how it differs from the policy.
  struct SavedDocument: Encodable, Sendable {
    struct Line: Encodable, Sendable {
      let kind: String
      let text: String
    }

    let file: String
    let version: String
    let difference: [Line]
  }

  /// How long the name of a version may be.
  private static let longestVersion = 80

  /// Writes a draft as a policy of its own, beside the policy that it is of.
  ///
  /// The file's name is made from the policy's alone, and is one that nothing has yet: of `stars.yaml` first
  /// `stars-v2.yaml`.
  ///
  /// - Throws: `DiagnosedFailure` where the draft is no policy, changes nothing or is too inconsistent, or the
  ///   version is no name; `AtomicFileError`.
  func save(_ changes: DraftChanges, version: String) throws -> SavedDocument {
    let version = version.trimmingCharacters(in: .whitespaces)
    try check(changes, version)
    let draft = try Draft(changes, of: policy)
    if !draft.inconsistencies.isEmpty { throw DiagnosedFailure(draft.inconsistencies) }
    let text = try policy.tuning.text(revisedBy: changes.revision(version: version))
    let name = newName()
    var file = try AtomicFile(name)
    try file.write(Array(text.utf8))
    try file.commit()
    let before = (try? String(contentsOfFile: self.file, encoding: .utf8)) ?? ""
    let pieces = TextDifference(from: before, to: text).hunks().map { lines in
      lines.map { SavedDocument.Line(kind: $0.kind.rawValue, text: $0.text) }
    }
    return SavedDocument(
      file: name, version: version,
      difference: Array(pieces.joined(separator: [SavedDocument.Line(kind: " ", text: "…")])))
  }

  private func check(_ changes: DraftChanges, _ version: String) throws(DiagnosedFailure) {
    func refuse(_ message: String, _ suggestion: String) throws(DiagnosedFailure) {
      throw DiagnosedFailure([
        Diagnostic(code: "studio.save", path: "version", message, suggestion: suggestion)
      ])
    }
    if changes.isEmpty {
      try refuse("nothing is changed, so that there is no new version", "change something first")
    }
    let isPlain = version.unicodeScalars.allSatisfy { !CharacterSet.controlCharacters.contains($0) }
    if version.isEmpty || version.count > Self.longestVersion || !isPlain {
      try refuse(
        "a version is a short text on one line", "write a number or a word, such as 2 or 2026-10")
    }
    if version == policy.plan.version {
      try refuse(
        "the policy has the version \(version) already", "give the new version another name")
    }
  }

  /// The first name that nothing has.
  private func newName() -> String {
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    let name = String(file.dropFirst(folder.count))
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    let parts = stem.components(separatedBy: "-v")
    let base =
      parts.count > 1 && Int(parts[parts.count - 1]) != nil
      ? parts.dropLast().joined(separator: "-v") : stem
    let names = (2...).lazy.map { "\(folder)\(base)-v\($0).yaml" }
    return names.first { !FileManager.default.fileExists(atPath: $0) }
      ?? "\(folder)\(base)-new.yaml"
  }
}
