import PolicyAnalysis

/// The JSON of somebody whom corrections concern.
struct AffectedDocument: Encodable {
  let key: String
  let corrected: Bool
  let final: Compared<Double>
  let ranks: [Rank]
  let grades: [String: Compared<String>]
  let pay: Compared<Double?>?

  struct Rank: Encodable {
    let name: String
    let before: Int?
    let after: Int?
  }

  init(_ person: AffectedSubject, _ subjects: ComparedSubjects) {
    let subject = person.subject
    key = person.key
    corrected = person.isCorrected
    final = subjects.finals.map { $0[subject] }
    ranks = subjects.rankings.map {
      Rank(name: $0.name, before: $0.ranks.before[subject], after: $0.ranks.after[subject])
    }
    grades = Dictionary(
      subjects.grades.map { ($0.name, $0.grade(of: subject)) },
      uniquingKeysWith: { first, _ in first })
    pay = subjects.pay.map { $0.amounts.map { $0[subject] } }
  }
}
