import Foundation
import TestSupport
import Testing

@Suite("repair and recover")
struct RepairCommandTests {
  private static let school = Project.judgements.appendingPathComponent(
    "saaty-1980-school/matrix.csv"
  ).path
  private static let panel = Project.judgements.appendingPathComponent(
    "synthetic-panel/panel.csv"
  ).path

  @Test("a proposal is written only when it is chosen, and is then consistent")
  func output() throws {
    let folder = try TemporaryDirectory()
    let shown = try CommandRunner.run(["repair", Self.school], in: folder.url)
    #expect(shown.exitCode == 0)
    #expect(shown.output.contains("3 judgements must change"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    let written = try CommandRunner.run(
      ["repair", Self.school, "--proposal", "2", "--output", "new.csv"], in: folder.url)
    #expect(written.exitCode == 0, "\(written.errors)")
    let weights = try CommandRunner.run(["weights", "new.csv"], in: folder.url)
    #expect(weights.exitCode == 0, "\(weights.errors)")
    let again = try CommandRunner.run(["repair", "new.csv"], in: folder.url)
    #expect(again.output.contains("nothing needs to change"))
    let over = try CommandRunner.run(
      ["repair", "new.csv", "--maximum-ratio", "0.01", "--proposal", "1", "--output", "new.csv"],
      in: folder.url)
    #expect(over.exitCode == 64)
    #expect(over.errors.contains("is an input of this job"))
  }

  @Test("of a panel one respondent's judgements are repaired")
  func respondent() throws {
    let set = ["repair", Self.panel, "--set", "dimensions"]
    let several = try CommandRunner.run(set)
    #expect(several.exitCode == 64)
    #expect(several.errors.contains("name one by --respondent: expert-1"))
    let one = try CommandRunner.run(set + ["--respondent", "expert-1"])
    #expect(one.exitCode == 0, "\(one.errors)")
  }

  @Test("recover says what it found, and ends with 1 when it found nothing")
  func recover() throws {
    let weights = ["recover", "--weights", "0.4832,0.2717,0.1569,0.0882", "--lambda", "4.015"]
    let found = try CommandRunner.run(weights + ["--size", "4"])
    #expect(found.exitCode == 0)
    #expect(
      found.output.contains("21 matrices give the weights, 1 of them the eigenvalue"))
    let none = try CommandRunner.run(weights + ["--method", "eigenvector"])
    #expect(none.exitCode == 1)
    #expect(none.output.contains("no matrix gives the weights and the eigenvalue"))
    let many = try CommandRunner.run(
      ["recover", "--weights", "0.2,0.2,0.2,0.2,0.2", "--method", "geometric-mean"])
    #expect(many.exitCode == 1)
    #expect(many.errors.contains("the numbers leave open too many matrices of 5 rows"))
  }

  @Test(
    "recover refuses what no matrix can print",
    arguments: [
      (["0.5,x"], "\"x\" is not a printed number such as 0.4832"),
      (["0.75,0.25", "--size", "3"], "--weights gives 2 weights, --size says 3"),
      (["0.5,0.25"], "the weights sum to 0.75"),
      (["0.5,0.3,0.2", "--lambda", "0.3"], "has the eigenvalue 0.3: it is at least 3"),
      (["0.5,0.5", "--method", "mean"], "The value 'mean' is invalid"),
    ])
  func refused(arguments: [String], words: String) throws {
    let result = try CommandRunner.run(["recover", "--weights"] + arguments)
    #expect(result.exitCode == 64)
    #expect(result.errors.contains(words), "\(result.errors)")
  }
}
