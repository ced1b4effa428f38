/// What the user asked for.
struct CommandLineArguments {
  var branches = 140
  var managersPerBranch: Int?
  var seed: UInt64 = 2026
  var output = ""
  var headers = Language.english
  var encoding = OutputEncoding.utf8
  var wantsHelp = false

  static let usage = """
    usage: demo-bank --output DIR [--branches N] [--managers-per-branch N] [--seed S]
                     [--headers en|zh] [--encoding utf-8|utf-8-bom|gb18030|utf-16le]

    Writes a made-up bank's staff.csv and business.csv into DIR. The same arguments give the same
    bytes on every machine. Nobody in the files is a real person.

      --branches N              how many branches (140)
      --managers-per-branch N   customer managers in each (drawn, about seven)
      --seed S                  a whole number (2026)
      --headers en|zh           language of headers and names (en)
      --encoding NAME           of the files (utf-8)
    """

  /// Reads the arguments after the program's name.
  init(_ arguments: [String]) throws(UsageError) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--help" || argument == "-h" {
        wantsHelp = true
        return
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard Self.names.contains(name) else { throw UsageError("unknown argument '\(argument)'") }
      guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst() else {
        throw UsageError("\(name) needs a value")
      }
      try set(name, to: value)
    }
    if output.isEmpty { throw UsageError("--output DIR is missing") }
  }

  private static let names = [
    "--branches", "--managers-per-branch", "--seed", "--output", "--headers", "--encoding",
  ]

  private mutating func set(_ name: String, to value: String) throws(UsageError) {
    switch name {
    case "--branches":
      branches = try Self.number(value, 1...1_000_000, name)
    case "--managers-per-branch":
      managersPerBranch = try Self.number(value, 1...1000, name)
    case "--seed":
      seed = try Self.number(value, 0...UInt64.max, name)
    case "--headers":
      headers = try Self.choice(value, name)
    case "--encoding":
      encoding = try Self.choice(value, name)
    default:
      output = value
    }
  }

  private static func number<Number: FixedWidthInteger>(
    _ text: String, _ range: ClosedRange<Number>, _ name: String
  ) throws(UsageError) -> Number {
    guard let number = Number(text), range.contains(number) else {
      throw UsageError(
        "\(name) is '\(text)', expected a whole number from \(range.lowerBound) to \(range.upperBound)"
      )
    }
    return number
  }

  private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ text: String, _ name: String
  ) throws(UsageError) -> Choice {
    guard let choice = Choice(rawValue: text) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageError("\(name) is '\(text)', expected one of \(known)")
    }
    return choice
  }
}
