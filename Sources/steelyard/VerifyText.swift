import ResultRecords

/// The text of `verify`.
struct VerifyText {
  let text: String

  init(_ verdict: VerifyVerdict) {
    text = verdict.agrees ? Self.agreement(verdict) : Self.disagreement(verdict)
  }

  private static func agreement(_ verdict: VerifyVerdict) -> String {
    let (manifest, files) = (verdict.manifest, verdict.files)
    let inputs = manifest.inputs.reduce(0) { $0 + $1.files.count }
    let corrections = manifest.corrections.map {
      " with corrections (\(CorrectionText.counts($0.granted, $0.refused)))"
    }
    var parts = [
      "\(manifest.result.rows.counted("row")) made again byte for byte from "
        + "\(manifest.policy.name) \(manifest.policy.version) "
        + "and \(inputs.counted("file")) of data"
        + (corrections ?? "")
    ]
    if let rejects = files.rejects, let record = manifest.rejects {
      parts.append("\(rejects) with \(record.rows.counted("row")) too")
    }
    parts.append("the weights solved now agree to \(ResultVerification.tolerance)")
    let version = manifest.programVersion
    if version != ProgramVersion.current {
      parts.append("written by version \(version), verified by \(ProgramVersion.current)")
    }
    return "OK: \(files.result): \(parts.joined(separator: "; "))"
  }

  private static func disagreement(_ verdict: VerifyVerdict) -> String {
    var lines = ["DISAGREES: \(verdict.files.result)"]
    for disagreement in verdict.disagreements {
      lines.append("  \(disagreement.sentence)")
      if let suggestion = disagreement.suggestion { lines.append("    try: \(suggestion)") }
    }
    if !verdict.isPerformed {
      lines.append("  not made again, as it would be made from other files")
    }
    let version = verdict.manifest.programVersion
    if version != ProgramVersion.current {
      lines.append("  written by version \(version), verified by \(ProgramVersion.current)")
    }
    return lines.joined(separator: "\n")
  }
}

extension Disagreement {
  /// What does not agree, for people.
  var sentence: String {
    switch self {
    case .outputChanged(let file, let was, let found):
      "\(file) has changed since it was written: \(Self.change(was, found))"
    case .policyChanged(let file, let was, let found):
      "the policy file \(file) has changed: \(Self.change(was, found))"
    case .inputChanged(let table, let file, let was, let found):
      "the data of \(table) in \(file) have changed: \(Self.change(was, found))"
    case .correctionsChanged(let file, let was, let found):
      "the corrections in \(file) have changed: \(Self.change(was, found))"
    case .computedOtherwise(let file, let difference):
      "\(file):\(difference.line): \(difference.sentence)"
    case .recordedOtherwise(let place, let recorded, let computed):
      "the manifest's \(place) is \(recorded), but computed was \(computed)"
    case .solvedOtherwise(let difference):
      "the manifest records \(difference.recorded) for \(difference.path), "
        + "but the policy gives \(difference.solved)"
    }
  }

  /// How to go on.
  var suggestion: String? {
    switch self {
    case .policyChanged: "--policy FILE names a copy as it was"
    case .correctionsChanged: "--corrections FILE names a copy as it was"
    case .inputChanged(let table, _, _, _): "--table \(table)=FILE names a copy as it was"
    default: nil
    }
  }

  private static func change(_ was: ContentDigest, _ found: ContentDigest) -> String {
    "SHA-256 was \(was.sha256) (\(was.size) bytes), is \(found.sha256) (\(found.size) bytes)"
  }
}

extension FirstDifference {
  /// What stands where, and what was computed.
  fileprivate var sentence: String {
    let place = [key.map { "\"\(Self.brief($0))\"" }, column].compactMap(\.self)
      .joined(separator: ", ")
    let prefix = place.isEmpty ? "" : "\(place): "
    let (standing, computed) = (Self.brief(standing ?? ""), Self.brief(computed ?? ""))
    return switch kind {
    case .cell: "\(prefix)\"\(standing)\" stands there, computed was \"\(computed)\""
    case .width: "\(prefix)the row \"\(standing)\" stands there, computed was \"\(computed)\""
    case .surplus: "\(prefix)the row \"\(standing)\" stands there, but was not computed"
    case .ended: "the file has ended, computed was the row \"\(computed)\""
    case .spelling:
      "\(prefix)the cells agree but are written otherwise: quotes, line ends, a byte-order mark or "
        + "an empty line"
    }
  }

  private static func brief(_ text: String) -> String {
    text.count > 200 ? "\(text.prefix(200))…" : text
  }
}
