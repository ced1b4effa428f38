/// Whose grade is not safe when judgements are uncertain, and what flips it.
package struct FragilePart: Encodable, Sendable {
  /// The move of one judgement that gives another grade.
  struct Flip: Encodable, Sendable {
    let label: PageText
    let from: String
    let to: String
  }

  /// One person, told by the key.
  struct Person: Encodable, Sendable {
    let key: String
    let group: String?
    let grade: PageText
    /// The share of draws that give the grade that the person has.
    let keptShare: Double
    /// The grade that the person most often has else.
    let other: PageText?
    let flip: Flip?
  }

  /// How many people are told one by one.
  static let most = 200

  /// Below what share of draws a grade is not safe.
  let limit: Double
  let draws: Int
  /// How many people have a grade.
  let graded: Int
  /// How many of these are not safe.
  let total: Int
  /// The least safe first.
  let people: [Person]
}
