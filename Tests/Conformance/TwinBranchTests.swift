import DelimitedText
import ScorecardPolicy
import ScoringEngine
import ScoringPlan
import TestSupport
import Testing

/// One made-up branch in two sets of files: as a Chinese system exports it, and its English twin.
@Suite("Twin branches")
struct TwinBranchTests {
  @Test(
    "Chinese headers, GB18030 and 10,000 yuan score like English headers, UTF-8 and yuan, to the bit",
    arguments: ["CNY10k", "CNY"], [1, 2, 3] as [UInt64])
  func twins(unit: String, seed: UInt64) throws {
    let branch = TwinBranch(seed: seed)
    let results = try TwinBranch.Language.allCases.map { try scored(branch, $0, unit: unit) }
    let (chinese, english) = (results[0], results[1])
    #expect(chinese.subjectCount == TwinBranch.size)
    #expect(chinese.rejectedLines == english.rejectedLines)
    #expect(!chinese.rejectedLines.isEmpty && chinese.rejectedLines.count < TwinBranch.size / 2)
    #expect(chinese.bits == english.bits)
    #expect(chinese.csv != english.csv)
    #expect(TwinBranch.inEnglish(chinese.csv) == english.csv)
  }

  @Test("The Chinese files are told from UTF-8 and are no UTF-8")
  func encoding() throws {
    let files = try TwinBranch(seed: 1).files(.chinese)
    for (name, bytes) in files {
      #expect(String(validating: bytes, as: UTF8.self) == nil, "\(name)")
      #expect(try DecodedText(bytes, file: name).encoding == .gb18030, "\(name)")
    }
  }

  /// What scoring gives.
  private struct Result {
    let subjectCount: Int
    let csv: String
    let rejectedLines: [String]
    /// The bits and states of every score of every subject.
    let bits: [[UInt64]]
  }

  private func scored(
    _ branch: TwinBranch, _ language: TwinBranch.Language, unit: String
  ) throws -> Result {
    let yaml = TwinBranch.policy(language, unit: unit)
    let plan = Plan(try ResolvedPolicy(try PolicyReader.read(yaml, file: "policy.yaml").policy))
    let texts = try branch.files(language).map { name, bytes in
      (name, [try DecodedText(bytes, file: "\(name).csv")])
    }
    let population = try Population.load(plan, texts: Dictionary(uniqueKeysWithValues: texts))
    let scored = PlanEngine(plan: plan).score(
      population, options: ScoringOptions(threads: 2, blockSize: 64, keepsMeasures: true))
    var csv: [UInt8] = []
    ResultWriter(scored, period: "2026-10", writesMeasures: true).write { csv += $0 }
    let bits: [[UInt64]] = try plan.scores.map { score in
      let column = try #require(scored.column(score.register), "\(score.name)")
      return (0..<population.subjectCount).map { column[$0]?.bitPattern ?? 0 }
        + (0..<population.subjectCount).map { UInt64(column.state(of: $0)) }
    }
    return Result(
      subjectCount: population.subjectCount, csv: String(decoding: csv, as: UTF8.self),
      rejectedLines: scored.rejectedRows().map { "\($0.table) \($0.line) \($0.column)" },
      bits: bits)
  }
}
