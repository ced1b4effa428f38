import Diagnostics

extension JudgementSet {
  /// The same answers on another scale, each respondent's by itself; the order of the file's lines
  /// changes no bit of it.
  ///
  /// - Throws: an error for each respondent, naming the judgements that are neither a whole number
  ///   from 1 to 9 nor the reciprocal of one: nobody can tell which degree was meant.
  public func rescaled(to scale: JudgementScale) throws(DiagnosedFailure) -> JudgementSet {
    let faults = respondents.compactMap { fault(of: $0, scale) }
    guard faults.isEmpty else { throw DiagnosedFailure(faults) }
    return JudgementSet(
      name: name, labels: labels,
      respondents: respondents.map { respondent in
        Respondent(
          name: respondent.name, weight: respondent.weight, location: respondent.location,
          judgements: respondent.judgements.compactMapValues {
            scale.judgement($0, size: labels.count)
          })
      })
  }

  private func fault(of respondent: Respondent, _ scale: JudgementScale) -> Diagnostic? {
    let off = pairs.filter { pair in
      respondent.judgements[pair].map { scale.judgement($0, size: labels.count) == nil } ?? false
    }
    guard !off.isEmpty else { return nil }
    let shown = off.prefix(5).compactMap { pair in
      respondent.judgements[pair].map {
        "\($0.text) for \(labels[pair.first]) against \(labels[pair.second])"
      }
    }
    let list = shown.joined(separator: "; ") + (off.count > shown.count ? "; ..." : "")
    return Diagnostic(
      code: "judgement.off-scale", at: respondent.location,
      "the \(scale.rawValue) scale has no place for \(list)"
        + (respondent.name.map { ", judged by \($0)" } ?? ""),
      notes: ["a scale gives a number to each of nine degrees of importance, 1 to 9"],
      suggestion:
        "write whole numbers from 1 to 9 and their reciprocals, such as 1/3, or leave the "
        + "scale out: then judgements are taken as they are written")
  }
}
