import ScorecardPolicy
import Testing

@Suite("Faults of hints for made-up data")
struct HintFaultTests {
  /// A column, what is said about it, and the text that the place points at.
  static let faults: [(column: String, message: String, place: String)] = [
    ("x: {generate: 5}", "must be a mapping", "5}"),
    ("x: {generate: {distributon: normal, mean: 1, sd: 1}}", "there is no key distributon", "dist"),
    ("x: {generate: {distribution: cauchy}}", "there is no distribution cauchy", "cauchy"),
    ("x: {generate: {distribution: normal, mean: 1}}", "has no sd", "normal"),
    ("x: {generate: {distribution: normal, mean: 1, sd: 0}}", "sd must be above 0", "0}}"),
    ("x: {generate: {distribution: beta, a: 0.1, b: 2}}", "a must be at least 0.5", "0.1"),
    ("x: {generate: {distribution: uniform, from: 3, to: 2}}", "from lies above to", "uniform"),
    (
      "x: {generate: {distribution: normal, mean: 1, sd: 1, scale: 3}}", "scale means nothing",
      "3}}"
    ),
    ("x: {generate: {attains: plna}}", "plna is no number column above x", "plna"),
    ("x: {generate: {attains: branch}}", "branch is no number column above x", "branch}}"),
    ("x: {generate: {attains: plan, of: plan}}", "already multiply a column", "plan}}"),
    ("x: {generate: {splits: plan}}", "splits is for detail tables", "plan}}"),
    ("x: {generate: {attains: plan, among: [1]}}", "values come from one source", "plan, among"),
    ("x: {generate: {share: 0.5}}", "share does not fit a column of type number", "0.5"),
    ("x: {type: truth, generate: {share: 1.5}}", "a share is a number from 0 to 1", "1.5"),
    ("x: {generate: {blank: 0.5}}", "a blank cell would reject its row", "0.5"),
    ("x: {minimum: 1, generate: {zero: 0.5}}", "0 would reject its row", "0.5"),
    ("x: {minimum: 0, generate: {negative: 0.5}}", "a negative number would reject its row", "0.5"),
    ("x: {generate: {loading: 2}}", "a loading is a number from -1 to 1", "2}}"),
    ("x: {generate: {decimals: 9}}", "a whole number from 0 to 6", "9}}"),
    ("x: {generate: {only: branch}}", "only takes one text column", "branch}}"),
    ("x: {generate: {only: {plan: a}}}", "plan is no text column above x", "plan: a"),
    ("x: {type: text, values: [a, b], generate: {among: [a, c]}}", "\"c\" is not among", "[a, c]"),
    ("x: {type: text, generate: {among: {a: 0}}}", "there is nothing to choose from", "a: 0"),
    ("x: {type: text, generate: {among: {a: -1}}}", "a weight is a number", "-1"),
    ("x: {generate: {among: [one]}}", "\"one\" is not a number", "[one]"),
    ("x: {type: text, generate: {name: planet}}", "no names of the kind planet", "planet"),
    ("x: {type: text, generate: {digits: 40}}", "a whole number from 1 to 18", "40"),
    ("x: {type: period, generate: {first: soon}}", "soon is not a period", "soon"),
    (
      "x: {type: date, generate: {distribution: normal, mean: 1, sd: 1}}", "no distribution normal",
      "normal"
    ),
  ]

  @Test("a normal distribution may have a mean below 0")
  func negativeMean() {
    let column = "x: {generate: {distribution: normal, mean: -5, sd: 1}}"
    #expect(SmallPolicy.faults(staff: column).isEmpty)
  }

  @Test("are told with their places", arguments: faults.indices)
  func columns(_ index: Int) throws {
    let (column, message, place) = Self.faults[index]
    let text = SmallPolicy.text(staff: column)
    let found = SmallPolicy.faults(staff: column)
    let fault = try #require(found.first { $0.message.contains(message) }, "\(found)")
    let location = try #require(fault.location)
    let line = text.split(separator: "\n", omittingEmptySubsequences: false)[location.line - 1]
    let rest = line.dropFirst(location.column - 1)
    // A mapping's place is where its first entry stands.
    #expect(rest.hasPrefix(place) || rest.dropFirst().hasPrefix(place), "\(rest)")
  }

  @Test(
    "of a table are told",
    arguments: [
      ("{rows: -1}", "a whole number of rows"), ("{rows: 2.5}", "a whole number of rows"),
      ("{rows: []}", "nothing to choose from"), ("{row: 3}", "there is no key row"),
      ("{}", "has no rows"),
    ])
  func tables(_ hint: String, _ message: String) {
    let found = SmallPolicy.faults(
      staff: "", details: "book:\n  key: id\n  generate: \(hint)\n  columns: {x: number}")
    #expect(found.contains { $0.message.contains(message) }, "\(found)")
  }

  @Test("The subject table has one row for each subject")
  func subjects() {
    let text = SmallPolicy.text(staff: "").replacing(
      "    key: id", with: "    key: id\n    generate: {rows: 3}")
    #expect(throws: (any Error).self) { try PolicyReader.read(text, file: "small.yaml") }
  }
}
