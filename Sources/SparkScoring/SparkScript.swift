/// A script for `spark-sql`: steps in order, each of which says that it begins.
struct SparkScript: Equatable {
  /// Statements that do one thing.
  struct Step: Equatable {
    /// What it does, for people.
    let title: String
    /// The statements, without semicolons at their ends.
    let statements: [String]
  }

  private(set) var steps: [Step] = []

  /// Adds a step.
  mutating func add(_ title: String, _ statements: [String]) {
    steps.append(Step(title: title, statements: statements))
  }

  /// The text: before each step's statements one that prints its number, so that whoever runs the
  /// script sees how far it has come.
  var text: String {
    steps.enumerated().map { number, step in
      let begins =
        "-- \(SparkText.comment(step.title))\nSELECT \(SparkText.literal(SparkOutput.stepMark)), \(number)"
      return ([begins] + step.statements).map { "\($0);\n" }.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
