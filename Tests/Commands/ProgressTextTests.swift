import ScoringEngine
import Testing

@testable import steelyard

@Suite("Progress in words")
struct ProgressTextTests {
  @Test("rows, megabytes a second and the time left are told")
  func reading() {
    let progress = WorkProgress(
      activity: "reading business", done: 450_000_000, total: 1_000_000_000, measure: .bytes,
      rows: 1_234_567)
    #expect(
      ProgressText.line(progress, seconds: 2)
        == "reading business 45 %, 1,234,567 rows, 225 MB/s, 0:03 left")
  }

  @Test(
    "time is told in minutes, and in hours where it takes some",
    arguments: [(1, 2, 1.5, "0:02"), (1, 100, 10, "16:30"), (1, 1000, 10, "2:46:30")])
  func left(done: Int, total: Int, seconds: Double, expected: String) {
    let progress = WorkProgress(activity: "scoring", done: done, total: total)
    #expect(ProgressText.line(progress, seconds: seconds).hasSuffix(", \(expected) left"))
  }

  @Test("nothing is guessed in the first second, nor when all is done")
  func early() {
    let progress = WorkProgress(activity: "scoring", done: 1, total: 3)
    #expect(ProgressText.line(progress, seconds: 0.5) == "scoring 33 %")
    let done = WorkProgress(activity: "scoring", done: 3, total: 3)
    #expect(ProgressText.line(done, seconds: 9) == "scoring 100 %")
  }
}
