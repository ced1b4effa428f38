/// For each detail table of a population the good rows of each subject.
enum DetailLinks: Sendable {
  /// The rows themselves.
  case indexed([DetailIndex])
  /// How many there are; the rows themselves only of the subjects of an excerpt, if there is one.
  case counted([[Int32]], Excerpt?)
}
