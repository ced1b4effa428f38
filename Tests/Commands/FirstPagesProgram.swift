import AHP
import ScorecardPolicy
import ScoringEngine
import ScoringPlan
import TestSupport

/// The program that both first pages show, line by line.
enum FirstPagesProgram {
  /// The lines that it prints.
  static func printed() throws -> [String] {
    var printed: [String] = []
    func print(_ values: Any...) {
      printed.append(values.map { "\($0)" }.joined(separator: " "))
    }

    // Weights from judgements.
    let (matrix, faults) = JudgementComparison.matrix(
      labels: ["financial", "customer", "internal"],
      comparisons: [
        JudgementComparison(row: "financial", column: "customer", text: "2"),
        JudgementComparison(row: "internal", column: "financial", text: "1/3"),
        JudgementComparison(row: "customer", column: "internal", text: "2"),
      ])
    for fault in faults { print(fault) }
    if let matrix {
      let analysis = try JudgementAnalysis(matrix, method: .geometricMean)
      print(analysis.labels, analysis.weights, analysis.consistencyRatio ?? .nan)
    }

    // Scores of a data set.
    let folder = ProjectFiles.url("Datasets").path
    let (policy, _) = try PolicyReader.read(
      contentsOf: "\(folder)/policies/customer-manager/policy.yaml")
    let plan = Plan(try ResolvedPolicy(policy))
    let population = try Population.load(
      plan,
      files: [
        "staff": ["\(folder)/branches/worked-example/staff.csv"],
        "business": ["\(folder)/branches/worked-example/business.csv"],
      ])
    let scored = PlanEngine(plan: plan).score(population)
    for row in scored.rejectedRows() { print(row.file, row.line, row.reason) }
    if let subject = population.subject(withKey: "000001"),
      let totals = scored.column(plan.layout.total)
    {
      print(totals[subject] ?? .nan)
    }
    return printed
  }
}
