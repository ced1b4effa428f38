import ScorecardPolicy
import ScoringPlan
import SegmentStreams
import TestSupport
import Testing

@Suite("Texts that lines are in danger from")
struct HostileTextTests {
  /// Two rankings with groups and ties by texts, and what people are paid by their rank.
  private static let policy = """
    policy: hostile
    tables:
      staff:
        key: id
        columns: {branch: {type: text, missing: allow}, score: number}
      orders:
        key: id
        columns: {amount: number, note: {type: text, missing: allow}}
    scorecard:
      weights: {d: 1}
      dimensions:
        d: {weights: {m: 1}, measures: {m: {score: 'score + SUM(orders.amount)'}}}
    rankings:
      place: {by: total, within: branch}
    results:
      share: 'total / AVERAGE(total, branch) + place'
    """

  private static let texts = [
    "a%b", "50%25", "back\\slash", "\\N", "\"say \"\"hi\"\"\"", "\"a,b\"", "张三", "二,分行", "\u{1}x",
    "tab\there", "%", "\\", "é", "e\u{301}", "", " spaced ",
  ]

  private static func tables() -> [String: [UInt8]] {
    var (staff, orders) = ("id,branch,score\r\n", "id,amount,note\n")
    for (index, text) in texts.enumerated() {
      let key = text.contains(",") && !text.hasPrefix("\"") ? "\"\(text)\"" : text
      staff += "\(key),\(index % 3 == 0 ? key : "\\N"),\(index * 7 % 5)\r\n"
      orders += "\(key),\(index),\(key)\n\n\(key),2,x%\n"
    }
    orders += "nobody\\,1,x\nid,amount,note\n张三,bad,\n"
    return ["staff": Array(staff.utf8), "orders": Array(orders.utf8)]
  }

  @Test("None of them is changed on its way through", arguments: [1, 7, 64])
  func same(partitions: Int) throws {
    let plan = Plan(try ResolvedPolicy(try PolicyReader.read(Self.policy, file: "p.yaml").policy))
    var texts = Self.tables()
    // The header within is dropped by the filter, and a row to the engine.
    let found = try PlainShuffle(
      try SegmentedPlan(plan, measures: true), texts: texts, partitions: partitions)
    texts["orders"] = Array(
      String(decoding: texts["orders"] ?? [], as: UTF8.self)
        .replacing("x\nid,amount,note\n", with: "x\n").utf8)
    let expected = try ShuffleComparison.engine(plan, texts: texts, measures: true)
    #expect(found.results.sorted() == expected.results.sorted())
    #expect(found.rejects.map { $0.joined(separator: "|") }.sorted() == expected.rejects.sorted())
    #expect(found.results.count > 10 && found.rejects.count > 2)
  }

  @Test("Safe texts read back the same, and other escapes are none", arguments: texts)
  func safe(_ text: String) {
    let hostile = text + "\n\r\0\t" + String(repeating: text, count: 5)
    let safe = SafeText.encoded(hostile)
    #expect(!safe.utf8.contains { [0, 9, 10, 13, 0x5C].contains($0) })
    #expect(SafeText.decoded(safe).map { Array($0.utf8) } == Array(hostile.utf8))
    for damaged in ["%", "%2", "a%2x", "%g0", "%5c"] { #expect(SafeText.decoded(damaged) == nil) }
  }
}
