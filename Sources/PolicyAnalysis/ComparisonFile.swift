import ColumnStore

/// Comparisons of policies with one baseline as a table: one row for each policy and subject.
public struct ComparisonFile: Sendable {
  private let comparisons: [(comparison: PolicyComparison, file: String)]
  private let rankings: [String]
  private let grades: [String]
  private let paysAnybody: Bool
  private let correctedKeys: Set<[UInt8]>?

  /// A table of comparisons that have the same baseline, each with the file of its later policy.
  ///
  /// - Parameter correctedKeys: the keys, as UTF-8 bytes, of those whose data were corrected, where that is
  ///   what is compared.
  public init(
    _ comparisons: [(comparison: PolicyComparison, file: String)],
    correctedKeys: Set<[UInt8]>? = nil
  ) {
    self.comparisons = comparisons
    self.correctedKeys = correctedKeys
    rankings = Self.names(comparisons.flatMap { $0.comparison.subjects.rankings.map(\.name) })
    grades = Self.names(comparisons.flatMap { $0.comparison.subjects.grades.map(\.name) })
    paysAnybody = comparisons.contains { $0.comparison.subjects.pay != nil }
  }

  /// The columns: the key, the policy compared with the baseline, the baseline's text columns, whether the
  /// subject's data were corrected if that is compared, then
  /// what is compared, before and after. Rankings and grades are all that any comparison has.
  var headers: [String] {
    guard let first = comparisons.first?.comparison else { return [] }
    var headers = [first.scored.before.plan.tables[0].keyName]
    headers += ["to_policy", "to_version", "to_file"] + first.subjects.textNames
    if correctedKeys != nil { headers.append("corrected") }
    headers += ["final_before", "final_after", "final_change"]
    headers += ["rank_before", "rank_after", "rank_change"]
    headers += rankings.flatMap { ["\($0).before", "\($0).after", "\($0).change"] }
    headers += grades.flatMap { ["\($0).before", "\($0).after"] }
    return headers + (paysAnybody ? ["pay_before", "pay_after", "pay_change"] : [])
  }

  /// The table as comma-separated UTF-8 text: comparisons in their order, subjects as the baseline's
  /// files have them. Empty where a comparison lacks a value.
  public var bytes: [UInt8] {
    var writer = DelimitedWriter()
    writer.appendHeader(headers)
    for (comparison, file) in comparisons {
      let rows = Rows(comparison, file, rankings, grades, correctedKeys, paysAnybody: paysAnybody)
      for subject in 0..<comparison.subjects.count { rows.append(subject, to: &writer) }
    }
    return writer.bytes
  }

  private static func names(_ all: [String]) -> [String] {
    var seen: Set<String> = []
    return all.filter { seen.insert($0).inserted }
  }
}

/// The rows of one comparison.
private struct Rows {
  let subjects: ComparedSubjects
  let identity: [String]
  let rankings: [ComparedRanking?]
  let grades: [ComparedGrade?]
  let correctedKeys: Set<[UInt8]>?
  let paysAnybody: Bool

  init(
    _ comparison: PolicyComparison, _ file: String, _ rankings: [String], _ grades: [String],
    _ correctedKeys: Set<[UInt8]>?, paysAnybody: Bool
  ) {
    self.correctedKeys = correctedKeys
    subjects = comparison.subjects
    let plan = comparison.scored.after.plan
    identity = [plan.policy, plan.version, file]
    self.rankings = rankings.map { name in
      comparison.subjects.rankings.first { $0.name == name }
    }
    self.grades = grades.map { name in comparison.subjects.grades.first { $0.name == name } }
    self.paysAnybody = paysAnybody
  }

  func append(_ subject: Int, to writer: inout DelimitedWriter) {
    let key = subjects.key(of: subject)
    writer.append(key)
    for text in identity { writer.append(text) }
    for text in subjects.texts(of: subject) { append(text, to: &writer) }
    if let correctedKeys {
      writer.append(correctedKeys.contains(Array(key.utf8)) ? "TRUE" : "FALSE")
    }
    writer.append(subjects.finals.before[subject])
    writer.append(subjects.finals.after[subject])
    append(subjects.change(of: subject), to: &writer)
    append(subjects.ranks.before[subject], subjects.ranks.after[subject], to: &writer)
    for ranking in rankings {
      append(ranking?.ranks.before[subject], ranking?.ranks.after[subject], to: &writer)
    }
    for grade in grades {
      let grade = grade?.grade(of: subject)
      append(grade?.before, to: &writer)
      append(grade?.after, to: &writer)
    }
    if paysAnybody { appendPay(subject, to: &writer) }
    writer.endRow()
  }

  private func appendPay(_ subject: Int, to writer: inout DelimitedWriter) {
    append(subjects.pay?.amounts.before[subject], to: &writer)
    append(subjects.pay?.amounts.after[subject], to: &writer)
    append(subjects.pay?.change(of: subject), to: &writer)
  }

  private func append(_ before: Int?, _ after: Int?, to writer: inout DelimitedWriter) {
    append(before, to: &writer)
    append(after, to: &writer)
    if let before, let after { writer.append(after - before) } else { writer.appendEmpty() }
  }

  private func append(_ text: String?, to writer: inout DelimitedWriter) {
    if let text { writer.append(text) } else { writer.appendEmpty() }
  }

  private func append(_ number: Int?, to writer: inout DelimitedWriter) {
    if let number { writer.append(number) } else { writer.appendEmpty() }
  }

  private func append(_ number: Double?, to writer: inout DelimitedWriter) {
    if let number { writer.append(number) } else { writer.appendEmpty() }
  }
}
