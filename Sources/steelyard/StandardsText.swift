import ColumnStore
import PolicyAnalysis

/// The text of `standards`.
enum StandardsText {
  /// Says why no standards were set.
  static func complain(_ error: StandardsError) {
    guard case .rows(let faults) = error else {
      Terminal.error("\(error)")
      return
    }
    Terminal.note(firstOf: faults)
    let rows = Set(faults.map(\.line)).count
    Terminal.error("\(rows) row\(rows == 1 ? " is" : "s are") at fault; nothing was written")
  }

  /// The regression, the clusters and the groups.
  static func text(_ standards: Standards, _ columns: StandardsColumns) -> String {
    var parts = [regression(standards), clusters(standards, columns)]
    if let within = columns.within { parts.append(groups(standards, within)) }
    return parts.joined(separator: "\n\n")
  }

  /// `class = A`, `monthly_order`, `intercept`.
  static func name(_ term: RegressionTerm) -> String {
    guard let driver = term.driver else { return "intercept" }
    return term.text.map { "\(driver) = \($0)" } ?? driver
  }

  private static func regression(_ standards: Standards) -> String {
    let found = standards.regression
    var table = TextTable([
      ("", .left), ("coefficient", .right), ("standard error", .right), ("", .left),
    ])
    for coefficient in found.coefficients {
      table.add([
        name(coefficient.term), coefficient.estimate.brief, coefficient.standardError.brief,
        meaning(coefficient.term, standards),
      ])
    }
    let explained = found.rSquared.map { "R² \($0.rounded(to: 4)), " } ?? ""
    return """
      regression of \(standards.targetName) on \(standards.subjects.count) subjects
      \(explained)residual standard deviation \(found.residualStandardDeviation.brief), \
      \(found.degreesOfFreedom) \(found.degreesOfFreedom == 1 ? "degree" : "degrees") of freedom
      \(table.text())
      """
  }

  private static func meaning(_ term: RegressionTerm, _ standards: Standards) -> String {
    guard let driver = term.driver else {
      let base = standards.regression.bases.map(name).joined(separator: ", ")
      return base.isEmpty ? "where all drivers are 0" : "where \(base) and numbers are 0"
    }
    guard term.text != nil else { return "for each unit of \(driver)" }
    let base = standards.regression.bases.first { $0.driver == driver }
    return "against \(base.map(name) ?? driver)"
  }

  private static func clusters(_ standards: Standards, _ columns: StandardsColumns) -> String {
    var table = TextTable(
      [
        ("", .right), ("subjects", .right), ("actual", .right), ("standard", .right),
        ("ideal", .right), ("uplift", .right),
      ] + columns.drivers.map { ($0.name, .left) })
    for cluster in standards.clusters {
      table.add(
        ["\(cluster.number)", "\(cluster.subjectCount)"] + means(cluster.comparison)
          + [cluster.uplift.brief] + cluster.typical.map(typical))
    }
    let tried = standards.silhouettes.map { "\($0.count): \($0.silhouette.rounded(to: 3))" }
    let choice =
      tried.isEmpty ? "" : "\nmean silhouettes \(tried.joined(separator: ", "))"
    return """
      clusters of comparable subjects, seed \(standards.options.seed); \
      a share of \(standards.options.idealQuantile) stays below the ideal\(choice)
      \(table.text())
      """
  }

  private static func typical(_ typical: PeerCluster.Typical) -> String {
    switch typical {
    case .mean(_, let mean): mean.brief
    case .text(_, let text, let share): "\(text) \((share * 100).rounded(to: 0)) %"
    }
  }

  private static func groups(_ standards: Standards, _ within: String) -> String {
    var table = TextTable([
      (within, .left), ("subjects", .right), ("actual", .right), ("standard", .right),
      ("ideal", .right), ("attainment", .right), ("of ideal", .right), ("reached", .right),
    ])
    for group in standards.groups {
      let comparison = group.comparison
      table.add(
        [group.name, "\(group.subjectCount)"] + means(comparison) + [
          percent(comparison.attainment), percent(comparison.idealAttainment),
          "\(group.reachedCount)",
        ])
    }
    return "means within \(within), and how many subjects reach their standard\n\(table.text())"
  }

  private static func means(_ comparison: PlanComparison) -> [String] {
    [comparison.actual, comparison.standard, comparison.ideal].map(\.brief)
  }

  private static func percent(_ share: Double?) -> String {
    share.map { "\(($0 * 100).rounded(to: 1)) %" } ?? "-"
  }
}
