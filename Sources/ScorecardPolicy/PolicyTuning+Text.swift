import Diagnostics
import Foundation
import LocatedYAML

// The text of a policy's next version.
extension PolicyTuning {
  /// The text of a policy file that says what `revised(by:)` reads, to stand beside the policy's own file.
  ///
  /// It is the policy's own text with the changes written in it, its comments and its layout kept. Where
  /// that cannot be done, and for a policy that extends another, whose numbers stand in other files, it is
  /// the whole policy written anew, with a comment that says from which file. Either way it has been read
  /// back and found to say the same.
  ///
  /// - Throws: `DiagnosedFailure` with what is wrong with the changes, or with the policy that comes of
  ///   them.
  public func text(revisedBy revision: PolicyRevision) throws(DiagnosedFailure) -> String {
    let revised = try revised(by: revision)
    // A text is made of policies only.
    _ = try revised.policy()
    let root = revised.source.root
    if source.basisFiles.isEmpty {
      let own = try YAMLNode.parse(yaml, file: file, kind: PolicyReader.kind)
      if let text = YAMLEditor.text(yaml, from: own, to: root), try says(root, text) { return text }
    }
    return try written(root.namingJudgementFiles { relative($0) })
  }

  private func written(_ root: YAMLNode) throws(DiagnosedFailure) -> String {
    let names = ([file] + source.basisFiles).map { URL(fileURLWithPath: $0).lastPathComponent }
    let origin = names.joined(separator: ", which extends ")
      .split(whereSeparator: \.isNewline).joined(separator: " ")
    let text = "# Written out from \(origin), where its comments stand.\n" + root.document
    guard try says(root, text) else {
      throw DiagnosedFailure([
        Diagnostic(
          code: "policy.syntax", at: SourceLocation(file: file, line: 1, column: 1),
          "the policy with these changes cannot be written so that it reads back alike",
          suggestion: "write it without anchors (&), aliases (*) and tags (!)")
      ])
    }
    return text
  }

  /// Whether a text in the policy's own folder is read as these nodes.
  private func says(_ root: YAMLNode, _ text: String) throws(DiagnosedFailure) -> Bool {
    guard let read = try? YAMLNode.parse(text, file: file, kind: PolicyReader.kind),
      read.hasSameContent(as: root)
    else { return false }
    _ = try PolicyReader.read(text, file: file, folder: folder)
    return true
  }

  /// The name of a judgement file from the policy's own folder, where policies that it extends name it from
  /// theirs.
  private func relative(_ name: String) -> String {
    guard source.folder != folder, !name.hasPrefix("/") else { return name }
    let parts = { (folder: String) in
      URL(fileURLWithPath: folder).standardizedFileURL.resolvingSymlinksInPath().pathComponents
    }
    let (from, to) = (parts(folder), parts(source.folder))
    let shared = zip(from, to).prefix { $0 == $1 }.count
    let up = from.dropFirst(shared).map { _ in ".." }
    return (up + to.dropFirst(shared) + [name]).joined(separator: "/")
  }
}

extension YAMLNode {
  /// The nodes of a policy with other names of its judgement files.
  fileprivate func namingJudgementFiles(_ name: (String) -> String) -> YAMLNode {
    let dimensions = self["scorecard"]?["dimensions"]?.entries ?? []
    let weighings =
      [["scorecard", "weights"]]
      + dimensions.map { ["scorecard", "dimensions", $0.key, "weights"] }
    return weighings.reduce(self) { root, keys in
      guard let weighing = root.node(atKeys: keys) else { return root }
      return root.replacing(atKeys: keys[...], with: weighing.namingFile(name))
    }
  }

  private func namingFile(_ name: (String) -> String) -> YAMLNode {
    switch weighingForm {
    case .judgementFile:
      guard let file = self["file"], let text = file.text else { return self }
      return setting("file", to: file.rewritten(name(text)))
    case .byColumn:
      return (entries ?? []).filter { $0.key != "by" }.reduce(self) { node, entry in
        node.setting(entry.key, to: entry.value.namingFile(name))
      }
    case .judgements, .numbers: return self
    }
  }
}
