import PriorityBatches

/// The JSON of `random-index` for one size.
struct RandomIndexDocument: Encodable {
  let size: Int
  let samples: Int
  let randomIndex: Double
  let standardError: Double
  let exact: Double?
  let missing: Int?

  init(_ estimate: RandomIndexEstimate, missing: MissingOption?) {
    size = estimate.size
    samples = estimate.samples
    randomIndex = estimate.randomIndex
    standardError = estimate.standardError
    let count = missing?.comparisons.count
    self.missing = count
    exact = estimate.size == 3 && count ?? 0 == 0 ? ExactRandomIndex.ofThree : nil
  }
}
