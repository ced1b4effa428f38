import AHP
import Diagnostics
import Foundation
import ScorecardPolicy
import TestSupport
import Testing

@Suite("The text of a policy's next version")
struct RevisedTextTests {
  private func text(
    _ yaml: String, _ revision: PolicyRevision, in folder: String = "."
  ) throws -> String {
    try PolicyTuning(yaml, file: "policy.yaml", folder: folder).text(revisedBy: revision)
  }

  /// What is taken out and put in, line by line.
  private func changes(
    _ yaml: String, _ revision: PolicyRevision, in folder: String = "."
  ) throws -> [String] {
    TextDifference(from: yaml, to: try text(yaml, revision, in: folder)).lines
      .filter { $0.kind != .same }.map { $0.kind.rawValue + $0.text }
  }

  @Test("is its own text without changes")
  func unchanged() throws {
    for yaml in [RevisedPolicy.yaml(), RevisedPolicy.yaml().replacing("\n", with: "\r\n")] {
      #expect(try text(yaml, PolicyRevision()) == yaml)
    }
  }

  @Test(
    "has a number in the place of another, written as that is",
    arguments: [
      ("parameters.rate", "6%", "  rate: {value: 6%, maximum: 1}  # a share"),
      ("parameters.rate", "0.06", "  rate: {value: 0.06, maximum: 1}  # a share"),
      ("parameters.pay", "1600", "  pay: 1600元"),
      ("parameters.large", "31万元", "  large: {value: 31万元, unit: CNY10k}"),
      ("parameters.quoted", "0.75", "  quoted: \"0.75\""),
      ("curves.line.2.y", "90", "curves: {line: [[0, 0], [1, 90]]}"),
      ("gates.veto.cap", "60", "  veto: {when: 'AND(a < 1, b > 3)', cap: 60}"),
      ("gates.veto.when.2", "-4", "  veto: {when: 'AND(a < 1, b > (-4))', cap: 50}"),
      (
        "scorecard.dimensions.two.measures.b.cap", "120",
        "    two: {measures: {b: {score: b, cap: 120}}}"
      ),
    ])
  func numbers(path: String, number: String, line: String) throws {
    let yaml = RevisedPolicy.yaml()
    let changes = try changes(yaml, PolicyRevision(numbers: [path: number]))
    #expect(changes.count == 2 && changes.last == "+" + line)
    let windows = yaml.replacing("\n", with: "\r\n")
    let text = try text(windows, PolicyRevision(numbers: [path: number]))
    #expect(text.replacing("\r\n", with: "").contains("\n") == false)
    #expect(TextDifference(from: yaml, to: text).lines.contains { $0.text == line })
  }

  @Test("keeps a byte-order mark")
  func byteOrderMark() throws {
    let yaml = "\u{FEFF}" + RevisedPolicy.yaml()
    let text = try text(yaml, PolicyRevision(numbers: ["parameters.pay": "1"]))
    #expect(text == yaml.replacing("1500元", with: "1元"))
    let folder = try TemporaryDirectory()
    // The name on the line of the mark itself.
    let named = yaml.replacing("# A small policy.\n", with: "")
    let file = try folder.write(named, to: "policy.yaml")
    let read = try PolicyTuning(contentsOf: file.path)
      .text(revisedBy: PolicyRevision(numbers: ["parameters.pay": "1"], version: "2"))
    #expect(read.contains("\nversion: '2'\n") && read.contains("\n  pay: 1元\n"))
    #expect(!read.contains("# Written out"))
  }

  private static let block = """
    policy: block
    version: 1.0 # the first
    tables: {staff: {key: id, columns: {a: number, b: number}}}
    scorecard:
      weights:
        # Agreed upon.
        judgements:
          - [one, two, 3] # more
          # Disputed.
          - [three, one, 1/4]
          - - two
            - three
            - '2'
        maximum_consistency_ratio: 0.3 # large
      dimensions:
        one:
          weights: {a: 1, blank: 0}
          measures:
            a:
              score: >-
                IF(a > 3,
                   2 * a, b)
              floor: 0 # none
            # No cap.
            blank:
              score: IF(b > 5,
                1, 2)
              cap:
        two: {measures: {b: {score: b, guidance: Customers' own}}}
        three: {measures: {c: {score: a}}} # the last
    payroll:
      amount: pay
    results:
      pay: 100 * final
    """

  @Test("has caps and a budget where there was none, and numbers in formulas over several lines")
  func block() throws {
    let measures = "scorecard.dimensions.one.measures"
    #expect(
      try changes(
        Self.block,
        PolicyRevision(
          numbers: [
            "\(measures).a.cap": "120", "\(measures).blank.cap": "90", "payroll.budget": "30万",
            "\(measures).a.score.1": "4", "\(measures).blank.score.1": "-6",
          ],
          methods: ["scorecard.weights": .geometricMean],
          randomIndices: ["scorecard.weights": .alonso2006], version: "2.0"))
        == [
          "-version: 1.0 # the first", "+version: 2.0 # the first",
          "+    method: geometric-mean", "+    random_index: alonso-lamata-2006",
          "-            IF(a > 3,", "+            IF(a > 4,", "+          cap: 120",
          "-          score: IF(b > 5,", "+          score: IF(b > (-6),",
          "-          cap:", "+          cap: 90", "+  budget: 30万",
        ])
  }

  @Test("has judgements in the place of others, turned where those are")
  func judgements() throws {
    let yaml = RevisedPolicy.yaml(
      weights: "{judgements: [[two, 第一, 1/3]], maximum_consistency_ratio: 0.1}")
    #expect(
      try changes(yaml, .judging("one", "two", "4")).last
        == "+  weights: {judgements: [[two, 第一, 1/4]], maximum_consistency_ratio: 0.1}")
    var revision = try PolicyRevision.judging("one", "two", "2")
    revision.judgements += try PolicyRevision.judging("one", "three", "3").judgements
    revision.judgements += try PolicyRevision.judging("two", "three", "3/2").judgements
    #expect(
      try changes(Self.block, revision) == [
        "-      - [one, two, 3] # more", "+      - [one, two, 2] # more",
        "-      - [three, one, 1/4]", "+      - [three, one, 1/3]",
        "-        - '2'", "+        - '3/2'",
      ])
  }

  @Test("fills gaps")
  func gaps() throws {
    for (written, line) in [
      (
        "[one, two, 2], [two, three, 2], [one, three, ?]",
        "[one, two, 2], [two, three, 2], [one, three, 4]"
      ),
      ("[one, two, 2], [two, three, 2]", "[one, two, 2], [two, three, 2], [one, three, 4]"),
    ] {
      let yaml = RevisedPolicy.yaml(
        weights: "{judgements: [\(written)], incomplete: lambda-optimal}", dimensions: 3)
      #expect(
        try changes(yaml, .judging("one", "three", "4")).last
          == "+  weights: {judgements: [\(line)], incomplete: lambda-optimal}")
    }
  }

  @Test("has numbers instead of judgements, and keeps the comments above them")
  func weights() throws {
    let path = "scorecard.weights"
    let yaml = RevisedPolicy.yaml(weights: "{judgements: [[one, two, 3]], method: eigenvector} # c")
    #expect(
      try changes(yaml, PolicyRevision(weights: [path: ["one": 0.7, "two": 0.3]])).last
        == "+  weights: {one: 0.7, two: 0.3} # c")
    #expect(
      try changes(
        Self.block, PolicyRevision(weights: [path: ["one": 0.5, "two": 0.25, "three": 0.25]]))
        == [
          "-    judgements:", "-      - [one, two, 3] # more", "-      - [three, one, 1/4]",
          "-      - - two", "-        - three", "-        - '2'",
          "-    maximum_consistency_ratio: 0.3 # large", "+    one: 0.5", "+    two: 0.25",
          "+    three: 0.25",
        ].sorted { $0.hasPrefix("-") && !$1.hasPrefix("-") })
  }

  @Test("has a file's judgements in it once one of them is replaced")
  func file() throws {
    let folder = try TemporaryDirectory()
    try folder.write(
      "respondent,weight,row,column,judgement\na,1,one,two,2\nb,1,one,two,8\n", to: "panel.csv")
    let yaml = RevisedPolicy.yaml(
      weights: "{file: panel.csv, maximum_consistency_ratio: 0.2} # all")
    #expect(
      try changes(yaml, .judging("one", "two", "3"), in: folder.path).last
        == "+  weights: {judgements: [[one, two, 3]], maximum_consistency_ratio: 0.2} # all")
    try folder.write(
      ",one,two,three\none,1,3,5\ntwo,,1,2\nthree,,,1\n", to: "judgements.csv")
    let three = RevisedPolicy.yaml(
      weights: "{file: judgements.csv, maximum_consistency_ratio: 0.2} # all", dimensions: 3)
    #expect(
      try changes(three, .judging("one", "two", "2"), in: folder.path) == [
        "-  weights: {file: judgements.csv, maximum_consistency_ratio: 0.2} # all",
        "+  weights: # all", "+    judgements:", "+      - [one, two, 2]",
        "+      - [one, three, 5]", "+      - [two, three, 2]",
        "+    maximum_consistency_ratio: 0.2",
      ])
  }

  @Test("has a version behind the name where there was none")
  func version() throws {
    #expect(
      try changes(RevisedPolicy.yaml(), PolicyRevision(version: "2")) == ["+version: '2'"])
    #expect(
      try changes("version: \"1\"\n" + RevisedPolicy.yaml(), PolicyRevision(version: "it's \"2\""))
        == ["-version: \"1\"", "+version: \"it's \\\"2\\\"\""])
  }

  @Test(
    "is the whole policy for one that extends another, with its files named from its own folder")
  func extending() throws {
    let folder = try TemporaryDirectory()
    let basis = RevisedPolicy.yaml(weights: "{file: files/judgements.csv}")
      .replacing("pay: 1500元", with: "pay: '1500元'")
    try folder.write(basis, to: "basis/policy.yaml")
    try folder.write(",one,two\none,1,3\ntwo,,1\n", to: "basis/files/judgements.csv")
    let scenario = try folder.write(
      "extend: ../../basis/policy.yaml\nparameters.rate: 7%\n", to: "own/deep/scenario.yaml")
    let tuning = try PolicyTuning(contentsOf: scenario.path)
    let revision = PolicyRevision(numbers: ["parameters.pay": "1600"], version: "2")
    let text = try tuning.text(revisedBy: revision)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(
      lines.first
        == "# Written out from scenario.yaml, which extends policy.yaml, where its comments stand.")
    #expect(lines.contains("  pay: '1600元'"))
    #expect(lines.contains("version: '2'"))
    #expect(lines.contains("  weights: {file: ../../basis/files/judgements.csv}"))
    try folder.write(text, to: "own/deep/next.yaml")
    let read = try PolicyReader.read(contentsOf: folder.file("own/deep/next.yaml").path).policy
    #expect(read.parameters.map(\.value) == [0.07, 1600, 30, 0.5])
    #expect(read.version == "2")
    let resolved = try ResolvedPolicy(read).dimensionWeights.weights
    #expect(try resolved == ResolvedPolicy(tuning.policy()).dimensionWeights.weights)
  }

  @Test("is the whole policy where an edit would change more than is meant")
  func alias() throws {
    let yaml = RevisedPolicy.yaml().replacing("pay: 1500元", with: "pay: &pay 1500元")
      .replacing("quoted: \"0.5\"", with: "quoted: *pay")
    let text = try text(yaml, PolicyRevision(numbers: ["parameters.quoted": "1"]))
    #expect(text.hasPrefix("# Written out from policy.yaml, where its comments stand.\n"))
    let read = try PolicyReader.read(text, file: "policy.yaml").policy
    #expect(read.parameters.map(\.value) == [0.05, 1500, 30, 1])
  }

  @Test("is made of policies only")
  func faults() throws {
    let failure = #expect(throws: DiagnosedFailure.self) {
      try text(RevisedPolicy.yaml(), PolicyRevision(numbers: ["parameters.rate": "2"]))
    }
    #expect(failure?.diagnostics.map(\.code) == ["policy.bounds"])
  }
}
