import Testing

@Suite("help and version")
struct HelpTests {
  /// Each command with words that its help must hold.
  static let commands: [(name: String, words: [String])] = [
    (
      "weights",
      ["<file>", "--method", "--random-index", "saaty-1980", "--scale", "--set", "--format"]
    ),
    (
      "repair",
      [
        "<file>", "--maximum-ratio", "--random-index", "--set", "--respondent", "--proposal",
        "--output", "--format", "--quiet",
      ]
    ),
    ("recover", ["--weights", "--lambda", "--size", "--method", "--format"]),
    ("check", ["<policy>", "--format"]),
    (
      "score",
      [
        "<policy>", "--data", "--table <NAME=FILE>", "--output", "--rejects", "--period", "--sort",
        "--measures", "--threads", "--quiet", "--corrections <file>", "--encoding <name>",
      ]
    ),
    (
      "explain",
      [
        "<policy>", "--data", "--table <NAME=FILE>", "--corrections <file>", "--id", "--all",
        "--output", "--format", "--language", "--period", "--by <column>", "--margin <points>",
        "--object-until", "--threads",
      ]
    ),
    (
      "pay",
      [
        "<policy>", "--data", "--table <NAME=FILE>", "--corrections <file>", "--by <column>",
        "--format", "--output",
        "--language", "--period", "--threads",
      ]
    ),
    (
      "report",
      [
        "<policy>", "--data", "--output", "--against <policy>", "--by <column>", "--group <text>",
        "--draws", "--seed", "--language", "--threads", "--quiet",
      ]
    ),
    ("reproduce", ["--format"]),
    (
      "random-index",
      [
        "--size", "--samples", "--seed", "--missing <PAIRS>", "--unbounded", "--threads",
        "--format",
      ]
    ),
    (
      "standards",
      [
        "<file>", "--key", "--target", "--drivers <NAME,NAME,...>", "--within", "--within-output",
        "--clusters", "--seed", "--ideal", "--decimals", "--output", "--format", "--quiet",
      ]
    ),
    (
      "compare",
      [
        "<policy>", "--data", "--table <NAME=FILE>", "--by <column>", "--top <size,...>",
        "--format", "--threads", "--quiet",
      ]
    ),
    (
      "verify",
      ["<result>", "--data", "--table <NAME=FILE>", "--policy", "--format", "--threads", "--quiet"]
    ),
    (
      "publish",
      [
        "<result>", "--archive", "--by", "--statements", "--corrects", "--reason", "--with-data",
        "--policy", "--data", "--table <NAME=FILE>", "--format", "--threads", "--quiet",
      ]
    ),
    ("archive", ["list", "show", "verify", "extract", "policy"]),
    ("difference", ["<old>", "<new>", "--top", "--by <column>", "--format", "--quiet"]),
    ("hierarchy", ["<file>", "--format"]),
    (
      "uncertainty",
      [
        "<file>", "--step", "--intervals <file>", "--panel", "--panel-spread", "--set", "--method",
        "--synthesis", "--draws", "--seed", "--format", "--threads", "--quiet",
      ]
    ),
  ]

  @Test("a command's help names its options, by either way of asking", arguments: commands)
  func command(name: String, words: [String]) throws {
    let help = try CommandRunner.run(["help", name])
    #expect(help.exitCode == 0)
    #expect(help.errors.isEmpty)
    #expect(help.output.contains("USAGE: steelyard \(name)"))
    for word in words { #expect(help.output.contains(word), "\(name) lacks \(word)") }
    let flag = try CommandRunner.run([name, "--help"])
    #expect(flag.exitCode == 0)
    for word in words { #expect(flag.output.contains(word), "\(name) lacks \(word)") }
  }

  @Test(
    "the program's help names the commands and what exit codes mean", arguments: [[], ["--help"]])
  func program(arguments: [String]) throws {
    let help = try CommandRunner.run(arguments)
    #expect(help.exitCode == 0)
    for command in Self.commands { #expect(help.output.contains("  \(command.name) ")) }
    let words = help.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("64 the command line is at fault"))
  }

  @Test("the version is one line, also from a command", arguments: [[], ["score"], ["weights"]])
  func version(arguments: [String]) throws {
    let result = try CommandRunner.run(arguments + ["--version"])
    #expect(result.exitCode == 0)
    #expect(result.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil, "\(result.output)")
  }

  /// Each command with all that it needs.
  private static let complete = [
    ["weights", "matrix.csv"], ["check", "policy.yaml"],
    ["score", "policy.yaml", "--data", "data", "--output", "result.csv"],
    ["explain", "policy.yaml", "--data", "data", "--id", "1"], ["reproduce"],
    ["verify", "result.csv"], ["archive", "list", "archive.sqlite"],
    ["publish", "result.csv", "--archive", "archive.sqlite", "--by", "x"],
    ["difference", "old.csv", "new.csv"],
    ["compare", "one.yaml", "two.yaml", "--data", "data"],
    ["pay", "policy.yaml", "--data", "data"],
  ]

  @Test("an unknown option is the command line's fault", arguments: complete)
  func unknownOption(arguments: [String]) throws {
    let result = try CommandRunner.run(arguments + ["--colour"])
    #expect(result.exitCode == 64)
    #expect(result.errors.contains("Unknown option '--colour'"))
    #expect(result.output.isEmpty)
  }
}
