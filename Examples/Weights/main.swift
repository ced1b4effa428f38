import AHP

let matrix = PairwiseComparisonMatrix(
  labels: ["financial", "customer", "internal"],
  upperTriangle: try ["2", "3", "2"].map { try Judgement($0) })
let analysis = try JudgementAnalysis(matrix)
for (label, weight) in zip(analysis.labels, analysis.weights) { print(label, weight) }
print("consistency ratio", analysis.consistencyRatio ?? .nan)
