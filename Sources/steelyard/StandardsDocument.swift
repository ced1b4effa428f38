import PolicyAnalysis

/// The JSON of `standards`.
struct StandardsDocument: Encodable {
  let target: String
  let subjects: Int
  let seed: UInt64
  let idealQuantile: Double
  let decimals: Int
  let flooredAtZero: Bool
  let regression: Regression
  let silhouettes: [Silhouette]
  let clusters: [Cluster]
  let within: String?
  let groups: [Group]?

  struct Regression: Encodable {
    let rSquared: Double?
    let residualStandardDeviation: Double
    let degreesOfFreedom: Int
    let coefficients: [Coefficient]
    let bases: [Term]
    let omitted: [Term]
  }

  struct Coefficient: Encodable {
    let driver: String?
    let text: String?
    let estimate: Double
    let standardError: Double
  }

  struct Term: Encodable {
    let driver: String?
    let text: String?
    var reason: String?
  }

  struct Silhouette: Encodable {
    let clusters: Int
    let mean: Double
  }

  struct Comparison: Encodable {
    let actual: Double
    let standard: Double
    let ideal: Double
    let attainment: Double?
    let idealAttainment: Double?

    init(_ comparison: PlanComparison) {
      (actual, standard, ideal) = (comparison.actual, comparison.standard, comparison.ideal)
      (attainment, idealAttainment) = (comparison.attainment, comparison.idealAttainment)
    }
  }

  struct Cluster: Encodable {
    let number: Int
    let subjects: Int
    let mean: Comparison
    let uplift: Double
    let typical: [Typical]
  }

  struct Typical: Encodable {
    let driver: String
    var mean: Double?
    var text: String?
    var share: Double?

    init(_ typical: PeerCluster.Typical) {
      switch typical {
      case .mean(let driver, let mean): (self.driver, self.mean) = (driver, mean)
      case .text(let driver, let text, let share):
        (self.driver, self.text, self.share) = (driver, text, share)
      }
    }
  }

  struct Group: Encodable {
    let name: String
    let subjects: Int
    let mean: Comparison
    let reached: Int
    let idealReached: Int
  }

  init(_ standards: Standards, _ columns: StandardsColumns) {
    target = standards.targetName
    subjects = standards.subjects.count
    seed = standards.options.seed
    idealQuantile = standards.options.idealQuantile
    decimals = standards.options.decimals
    flooredAtZero = standards.isFlooredAtZero
    let found = standards.regression
    regression = Regression(
      rSquared: found.rSquared, residualStandardDeviation: found.residualStandardDeviation,
      degreesOfFreedom: found.degreesOfFreedom,
      coefficients: found.coefficients.map {
        Coefficient(
          driver: $0.term.driver, text: $0.term.text, estimate: $0.estimate,
          standardError: $0.standardError)
      },
      bases: found.bases.map { Term(driver: $0.driver, text: $0.text) },
      omitted: found.omitted.map {
        Term(driver: $0.term.driver, text: $0.term.text, reason: $0.reason.rawValue)
      })
    silhouettes = standards.silhouettes.map { Silhouette(clusters: $0.count, mean: $0.silhouette) }
    clusters = standards.clusters.map {
      Cluster(
        number: $0.number, subjects: $0.subjectCount, mean: Comparison($0.comparison),
        uplift: $0.uplift, typical: $0.typical.map(Typical.init))
    }
    within = columns.within
    groups =
      columns.within == nil
      ? nil
      : standards.groups.map {
        Group(
          name: $0.name, subjects: $0.subjectCount, mean: Comparison($0.comparison),
          reached: $0.reachedCount, idealReached: $0.idealReachedCount)
      }
  }
}
