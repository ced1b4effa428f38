import Foundation
import PolicyAnalysis
import Reports
import ScorecardPolicy
import ScoringEngine

/// What the judgements of a policy do to people and pay: everything that its page shows.
public struct PolicyReport: Encodable, Sendable {
  private struct PolicyPart: Encodable, Sendable {
    let name: String
    let version: String
    let title: PageText
  }

  private struct File: Encodable, Sendable {
    let name: String
    let sha256: String
  }

  /// How the report is made; what it rests on is in `sources`.
  public struct Options: Sendable {
    /// The program's version.
    public var program: String
    /// The text column that makes the groups; nil for everybody together.
    public var column: String?
    /// The group whose ranks are shown; nil for that with most grades that change.
    public var group: String?
    /// The files, and the notice of the data.
    public var sources: ReportSources

    /// The options of a report.
    public init(
      program: String, column: String? = nil, group: String? = nil,
      sources: ReportSources = ReportSources()
    ) {
      (self.program, self.column, self.group) = (program, column, group)
      self.sources = sources
    }
  }

  private let program: String
  private let policy: PolicyPart
  private let notice: String?
  private let people: Int
  private let rejected: Int
  private let draws: Int?
  private let seed: String?
  private let weighings: [WeighingPart]
  private let sensitivity: SensitivityPart
  private let change: ChangePart?
  private let distributions: DistributionPart?
  private let fragile: FragilePart?
  private let sources: [File]

  /// The policy's title.
  public let title: Title

  /// Whether ranks of a group are shown.
  public var showsGroup: Bool { change?.slopes != nil }

  private enum CodingKeys: CodingKey {
    case program, policy, notice, people, rejected, draws, seed, weighings, sensitivity, change
    case distributions, fragile, sources
  }

  /// A report of findings. Groups of fewer than five people are nowhere in it.
  ///
  /// - Throws: what deriving weights by the eigenvector throws.
  public init(_ findings: ReportFindings, _ options: Options) throws {
    let (resolved, scored) = (findings.policy.resolved, findings.baseline)
    let labels = NumberLabels(resolved.policy)
    let counts = scored.counts[0]
    program = options.program
    title = resolved.policy.title
    policy = PolicyPart(
      name: resolved.policy.name, version: resolved.policy.version,
      title: PageText(resolved.policy.title, name: resolved.policy.name))
    notice = options.sources.notice
    (people, rejected) = (counts.scored, counts.rejected)
    draws = findings.uncertainty?.draws
    seed = (findings.uncertainty?.seed).map { "\($0)" }
    weighings = try findings.weighings(labels)
    sensitivity = SensitivityPart(
      findings.responses, wide: findings.curves, findings.policy.plan, labels, people: counts.scored
    )
    change = findings.change.map {
      ChangePart($0, labels, column: options.column, group: options.group)
    }
    distributions = DistributionPart(scored, column: options.column)
    fragile = findings.uncertainty?.fragile(labels, column: options.column)
    sources = (options.sources.policyFiles + options.sources.inputFiles).map {
      File(name: $0.name, sha256: $0.sha256)
    }
  }
}
