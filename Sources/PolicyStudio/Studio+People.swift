import AnalysisReport
import Reports
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

// Single people.
extension Studio {
  /// People found by a text in their key or in their texts.
  struct PeopleDocument: Encodable, Sendable {
    struct Person: Encodable, Sendable {
      let key: String
      let texts: [String: String]
      let final: Double?
      let grade: PageText?
    }

    let people: [Person]
    /// Whether more were found than are told.
    let hasMore: Bool
  }

  /// A person by the policy and by a draft.
  struct ComparedPerson: Encodable, Sendable {
    let key: String
    let texts: [String: String]
    let decimals: Int
    let payUnit: PageText?
    let baseline: PersonDocument
    let draft: PersonDocument
  }

  /// How many people a search tells.
  private static let mostFound = 20

  /// Those whose key, or else one of whose texts, contains a text; of keys those first that begin with it.
  ///
  /// - Throws: `DiagnosedFailure` where the draft is no policy.
  func people(_ changes: DraftChanges, query: String) throws -> PeopleDocument {
    let results = try scored(changes).results
    let wanted = query.lowercased()
    var found: [Int] = []
    for matches in [{ $0.hasPrefix(wanted) }, { !$0.hasPrefix(wanted) && $0.contains(wanted) }]
      as [(String) -> Bool]
    {
      for subject in results.finals.indices where found.count <= Self.mostFound {
        if matches(key(of: subject).lowercased()) { found.append(subject) }
      }
    }
    let column = results.scored.plan.gradings.first.flatMap { results.scored.column($0.result) }
    let people = found.prefix(Self.mostFound).map { subject in
      PeopleDocument.Person(
        key: key(of: subject), texts: texts(of: subject),
        final: results.isRejected[subject] ? nil : results.finals[subject],
        grade: results.isRejected[subject]
          ? nil : column?.text(of: subject).map { titles.text($0) })
    }
    return PeopleDocument(people: people, hasMore: found.count > Self.mostFound)
  }

  /// A person's short explanation by policy and draft; nil where nobody has the key.
  ///
  /// - Throws: `DiagnosedFailure` where the draft is no policy.
  func person(_ changes: DraftChanges, key: String) throws -> ComparedPerson? {
    guard let subject = population.subject(withKey: key) else { return nil }
    let draft = try scored(changes).scored
    return ComparedPerson(
      key: key, texts: texts(of: subject), decimals: policy.plan.decimals,
      payUnit: policy.plan.payroll?.unit.flatMap { UnitText($0).text },
      baseline: document(of: subject, by: maker.baseline.scored),
      draft: document(of: subject, by: draft))
  }

  private func document(of subject: Int, by scored: ScoredPopulation) -> PersonDocument {
    if let account = Standings(scored).account(of: subject) {
      return PersonDocument(account, scored, subject: subject)
    }
    let row = scored.rejectedRows(threads: options.threads).first { row in
      row.faults.contains { $0.table == scored.plan.tables[0].name && $0.row == subject }
    }
    return PersonDocument(
      rejectedFor: row?.faults.map(\.reason).joined(separator: "; ") ?? "the row is at fault")
  }

  private func texts(of subject: Int) -> [String: String] {
    let table = population.tables[0]
    var texts: [String: String] = [:]
    for column in table.columns where column.type == .text && column.codes[subject] >= 0 {
      texts[column.name] = population.pool.text(of: column.codes[subject])
    }
    return texts
  }
}
