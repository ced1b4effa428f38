import Calendars

/// One of the subjects that somebody with several branches is split into.
struct TransferPart: Sendable {
  /// The person's id, `@` and the branch.
  let key: String
  /// The branch, or what else the rows differ in.
  let branch: String
  let first: CivilDate
  let last: CivilDate
  let share: DayShare

  /// `46 of 92 days`
  var words: String {
    "\(share.days[share.part]) of \(share.days.reduce(0, +)) days"
  }
}
