import AHP
import Benchmark
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// The kernels by themselves: eigenvectors, reading a policy, scoring a loaded bank.
///
/// Run from this folder's package: `swift package benchmark`. Paths are relative to it.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput, .peakMemoryResident], maxDuration: .seconds(3))

  for size in [5, 10, 15] {
    let matrix = scaleMatrix(size)
    Benchmark("analysis by the eigenvector, n = \(size)") { benchmark in
      for _ in benchmark.scaledIterations { blackHole(try JudgementAnalysis(matrix)) }
    }
  }

  let policyFile = "../Datasets/policies/customer-manager/policy.yaml"
  Benchmark("policy: read, resolve, compile") { benchmark in
    for _ in benchmark.scaledIterations {
      let (policy, _) = try PolicyReader.read(contentsOf: policyFile)
      blackHole(Plan(try ResolvedPolicy(policy)))
    }
  }

  Benchmark("demo bank: read 1,017 people and 6,046 ledger rows") { benchmark in
    let plan = try demoPlan(policyFile)
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(try demoBank(plan)) }
  }

  Benchmark("demo bank: score and rank") { benchmark in
    let plan = try demoPlan(policyFile)
    let population = try demoBank(plan)
    let engine = PlanEngine(plan: plan)
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(engine.score(population)) }
  }
}

/// A matrix of judgements on the scale, with some inconsistency.
private func scaleMatrix(_ size: Int) -> PairwiseComparisonMatrix {
  let labels = (1...size).map { "criterion \($0)" }
  let judgements = (0..<size * (size - 1) / 2).map { index in
    (try? Judgement("\(index * 7 % 9 + 1)")) ?? .equal
  }
  return PairwiseComparisonMatrix(labels: labels, upperTriangle: judgements)
}

private func demoPlan(_ file: String) throws -> Plan {
  Plan(try ResolvedPolicy(try PolicyReader.read(contentsOf: file).policy))
}

private func demoBank(_ plan: Plan) throws -> Population {
  let folder = "../Datasets/branches/demo-bank"
  return try Population.load(
    plan, files: ["staff": ["\(folder)/staff.csv"], "business": ["\(folder)/business.csv"]])
}
