import Testing

@testable import SparkScoring

@Suite("Texts for Spark and its workers")
struct SparkTextTests {
  @Test(
    "A literal holds nothing that ends it or the statement",
    arguments: [
      ("staff", "'staff'"), ("it's; \"x\"", "'it\\u0027s\\u003B \\u0022x\\u0022'"),
      ("a\\N", "'a\\u005CN'"), ("汉字", "'汉字'"), ("😀", "'\\uD83D\\uDE00'"),
      ("${x}", "'\\u0024{x}'"), ("a\tb\n", "'a\\u0009b\\u000A'"),
    ])
  func literal(_ text: String, _ literal: String) { #expect(SparkText.literal(text) == literal) }

  @Test(
    "A word of a command line is one word for a shell",
    arguments: [
      ("--header=a,b", "--header=a,b"), ("a b", "'a b'"), ("it's", "'it'\\''s'"), ("", "''"),
      ("$(x)", "'$(x)'"), ("a'\u{301}b", "'a'\\''\u{301}b'"), ("\u{600}'", "'\u{600}'\\'''"),
    ])
  func word(_ text: String, _ word: String) { #expect(SparkText.word(text) == word) }

  /// Characters that Swift makes one of with a quote beside them, and a shell does not.
  @Test(
    "A shell takes the word for nothing but that text",
    arguments: ["it's", "'\u{301}; echo b '", "\u{600}'; echo b; '", "$(echo b) `echo b` \\"])
  func shell(_ text: String) throws {
    var lines: [String] = []
    let line = "printf '%s\\n' \(SparkText.word(text))"
    let child = try ChildProcess(["/bin/sh", "-c", line])
    let ending = child.wait(output: { lines.append($0) }, errors: { _ in })
    #expect(ending == .code(0))
    #expect(lines == [text])
  }

  @Test("A name in backticks and a comment hold nothing that ends them")
  func names() {
    #expect(SparkText.name("a`\u{301}b") == "`a``\u{301}b`")
    let comment = SparkText.comment("a;\u{301}'\u{301}\nb")
    #expect(!comment.utf8.contains { ";'\n".utf8.contains($0) })
  }

  @Test("What a script prints is understood, and the rest passed over")
  func output() {
    var output = SparkOutput()
    let lines = [
      "steelyard-step\t3", "Time taken: 3 seconds",
      "steelyard-counts\tsegment_1\texpected\t12\tread\t11\tNULL\tNULL",
      "steelyard-rejected\tstaff\t00%251\ta\tis %09 odd\t00%251,x",
    ]
    let begins = lines.map { output.take($0) }
    #expect(begins == [true, false, false, false])
    #expect(output.step == 3)
    #expect(output.counts == ["segment_1": ["expected": 12, "read": 11]])
    #expect(output.rejected.map(\.description) == ["staff 00%1, a: is \t odd"])
  }

  @Test("The last words are those of an assertion, else the last lines that are no stack")
  func lastWords() {
    var words = LastWords()
    for line in ["26/11/23 WARN x", "java.io.IOException: full", "\tat a.b(C.java:1)", ""] {
      words.take(line)
    }
    #expect(words.lines == ["26/11/23 WARN x", "java.io.IOException: full"])
    words.take("[USER_RAISED_EXCEPTION] read 3 lines of 4 SQLSTATE: P0001")
    #expect(words.lines == ["read 3 lines of 4"])
  }

  @Test("A child's output is read line by line, and how it ends is known")
  func child() throws {
    var (output, errors): ([String], [String]) = ([], [])
    let child = try ChildProcess(["/bin/sh", "-c", "echo a; echo b >&2; printf c; exit 3"])
    let ending = child.wait(output: { output.append($0) }, errors: { errors.append($0) })
    #expect(ending == .code(3))
    #expect(output == ["a", "c"])
    #expect(errors == ["b"])
    let killed = try ChildProcess(["/bin/sh", "-c", "kill -9 $$"])
    #expect(killed.wait(output: { _ in }, errors: { _ in }) == .signal(9))
    #expect(throws: SparkFault.self) { try ChildProcess(["/nowhere/program"]) }
  }
}
