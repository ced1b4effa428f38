/// A subject whose data were corrected, or whose rank, grade or pay the corrections of others change.
public struct AffectedSubject: Sendable, Equatable {
  /// Its place among the subjects compared.
  public let subject: Int
  /// Its key.
  public let key: String
  /// Whether its own data were corrected.
  public let isCorrected: Bool

  /// All of them, in the order of the baseline's files: first those whose own data were corrected, whether
  /// or not that changes anything, then those who get another grade or other pay, then those who only
  /// move in rank. O(subjects).
  ///
  /// - Parameters:
  ///   - comparison: the same policy over the data as they stand, and over the corrected.
  ///   - correctedKeys: the keys, as UTF-8 bytes, of those whose own data were corrected.
  public static func all(
    in comparison: PolicyComparison, correctedKeys: Set<[UInt8]>
  ) -> [AffectedSubject] {
    let subjects = comparison.subjects
    var (corrected, awarded, moved): ([Self], [Self], [Self]) = ([], [], [])
    for subject in 0..<subjects.count {
      let key = subjects.key(of: subject)
      if correctedKeys.contains(Array(key.utf8)) {
        corrected.append(Self(subject: subject, key: key, isCorrected: true))
      } else if subjects.isAwardedOtherwise(subject) {
        awarded.append(Self(subject: subject, key: key, isCorrected: false))
      } else if subjects.isAffected(subject) {
        moved.append(Self(subject: subject, key: key, isCorrected: false))
      }
    }
    return corrected + awarded + moved
  }
}
