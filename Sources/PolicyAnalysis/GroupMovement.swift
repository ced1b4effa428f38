/// What a change of policy does to the subjects of one group, such as a branch.
public struct GroupMovement: Sendable {
  /// The group's text; nil for the subjects whose text is missing.
  public let name: String?
  /// How many subjects it has.
  public let count: Int
  /// How they move in the rank among all subjects.
  public let movement: RankMovement
  /// The mean change of their finals.
  public let meanChange: Double
  /// For each of the grades compared how many have another one.
  public let gradeChanges: [Int]
  /// What they are paid; nil when pay cannot be compared.
  public let payroll: PayrollChange?

  private init(_ name: String?, _ members: [Int], of subjects: ComparedSubjects) {
    self.name = name
    count = members.count
    movement = RankMovement(subjects.ranks.map { ranks in members.map { ranks[$0] } })
    meanChange = Moments.mean(members.map(subjects.change))
    gradeChanges = subjects.grades.map { grade in members.count(where: grade.isChanged) }
    payroll = subjects.pay.map { PayrollChange($0, of: members) }
  }

  /// The groups that a text column of the baseline makes, in the order of their texts' bytes, those
  /// without a text first.
  static func all(_ subjects: ComparedSubjects, by column: String) -> [GroupMovement] {
    guard let codes = subjects.baseline.tables[0].column(named: column)?.codes else {
      preconditionFailure("the subject table has no text column \(column)")
    }
    let members = Dictionary(grouping: 0..<subjects.count) { codes[subjects.rows.before[$0]] }
    let pool = subjects.baseline.pool
    let order = members.keys.filter { $0 >= 0 }.sorted { pool.isOrderedBefore($0, $1) }
    return ([-1] + order).compactMap { code in
      members[code].map {
        GroupMovement(code < 0 ? nil : pool.text(of: code), $0, of: subjects)
      }
    }
  }
}
