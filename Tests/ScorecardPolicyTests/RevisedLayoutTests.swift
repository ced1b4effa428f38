import ScorecardPolicy
import TestSupport
import Testing

@Suite("A revised policy keeps its layout")
struct RevisedLayoutTests {
  private static let head = """
    policy: layouts
    tables: {staff: {key: id, columns: {a: number, b: number, role: {type: text, values: [x, 'y: z']}}}}
    """

  private static let dimensions = """
      dimensions:
        one: {title: {zh: "第一"}, measures: {a: {score: a}}}
        "two": {measures: {b: {score: b, guidance: it's all}}}
    """

  /// Ways to write weights of two dimensions, with comments that must stay.
  private static let layouts = [
    "  weights: {one: 0.5, two: 0.5} # behind\n",
    "  weights: {\n    # inside\n    one: 0.5, # behind\n    two: 0.5,\n  }\n  # after\n",
    "  weights: # behind\n    # inside\n    \"one\": 50%\n    # between\n    'two': 50%\n",
    "  weights:\n    {one: 0.5,\n     two: 0.5}\n",
    "  weights:\n    # above\n    {one: 0.5, two: 0.5} # behind\n    # below\n",
    "  weights: {第一: 1, two: 3, normalize: true}\n",
    "  weights:\n    judgements:\n    - [one, two, 3]\n    # last\n    method: eigenvector\n",
    "  weights:\n    method: eigenvector\n    judgements:\n      - # a list\n        - one\n        - two\n"
      + "        # said so\n        - \"3\"\n",
    "  weights: {judgements: [\n    # why\n    [one, two,\n     3], # so\n    ], method: eigenvector}\n",
    "  weights: &mine\n    one: 0.5\n    two: 0.5\n",
    "  weights: {\"judgements\": [['one', \"two\", ! 3]]}\n",
  ]

  private static let endings = ["", "\n", "\n...\n"]

  /// The policy with its weights before or behind the dimensions.
  private static func texts(_ weights: String) -> [String] {
    let before = "\(head)\nscorecard:\n\(weights)\(dimensions)\n"
    let behind = "---\n\(head)\nscorecard:\n\(dimensions)\n\(weights)"
    return [before, before.replacing("\n", with: "\r\n")]
      + endings.map { String(behind.dropLast()) + $0 }
  }

  private static func comments(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(String.init)
      .filter { $0.trimmingPrefix { $0 == " " }.hasPrefix("#") }
  }

  @Test("whatever way its weights are written", arguments: layouts)
  func weights(layout: String) throws {
    let numbers = PolicyRevision(weights: ["scorecard.weights": ["one": 0.75, "two": 0.25]])
    let judgements = try PolicyRevision.judging("one", "two", "3/2")
    for yaml in Self.texts(layout) {
      let tuning = try PolicyTuning(yaml, file: "policy.yaml")
      for (revision, weights) in [(numbers, [0.75, 0.25]), (judgements, [0.6, 0.4])] {
        let text = try tuning.text(revisedBy: revision)
        let read = try ResolvedPolicy(PolicyReader.read(text, file: "policy.yaml").policy)
        #expect(zip(read.dimensionWeights.weights, weights).allSatisfy { abs($0 - $1) < 1e-12 })
        // What stands for something else, or is of a type, is not told apart.
        guard !layout.contains("&"), !layout.contains("!") else { continue }
        #expect(!text.hasPrefix("# Written out"), "\(text)")
        #expect(Self.comments(text) == Self.comments(yaml), "\(text)")
      }
    }
  }

  @Test("has other weights for a text of a column that holds a colon")
  func byColumn() throws {
    let layouts = [
      "  weights:\n    by: role\n    x: {one: 0.5, two: 0.5}\n    'y: z': # behind\n      judgements:\n"
        + "        - [one, two, 3]\n      method: eigenvector\n",
      "  weights: {by: role, x: {one: 0.5, two: 0.5}, 'y: z': {judgements: [[one, two, 3]]}}\n",
    ]
    for yaml in layouts.flatMap(Self.texts) {
      let tuning = try PolicyTuning(yaml, file: "policy.yaml")
      let text = try tuning.text(
        revisedBy: PolicyRevision(
          judgements: PolicyRevision.judging("two", "one", "1/3", at: "scorecard.weights.x")
            .judgements,
          weights: ["scorecard.weights.y: z": ["one": 0.75, "two": 0.25]]))
      #expect(!text.hasPrefix("# Written out"), "\(text)")
      let read = try ResolvedPolicy(PolicyReader.read(text, file: "policy.yaml").policy)
      #expect(
        read.dimensionWeights.choices.map(\.weights.weights) == [[0.75, 0.25], [0.75, 0.25]])
    }
  }

  @Test("quotes what would not read back plainly")
  func quotes() throws {
    let yaml =
      "policy: quotes\nversion: plain\n\(Self.head.dropFirst(15))\nscorecard:\n"
      + "  weights: {one: 0.5, two: 0.5}\n\(Self.dimensions)\n"
    let tuning = try PolicyTuning(yaml, file: "policy.yaml")
    for version in [
      "2", "a: b", "# no comment", "it's", "\"so\"", "a\nb", "\u{85}\u{7}", "- a", "{a}", "", " a ",
      "? x", "第二版", "&a", "*a", "!a", "%a", "@a", "`a", "|", ">", "a #b", "a:", "---", "\\",
    ] {
      let text = try tuning.text(revisedBy: PolicyRevision(version: version))
      #expect(!text.hasPrefix("# Written out"), "\(text)")
      #expect(try PolicyReader.read(text, file: "policy.yaml").policy.version == version)
    }
  }
}
