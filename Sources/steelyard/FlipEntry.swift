import PolicyAnalysis

/// One thing that could change, in the JSON of `analyze flip`.
struct FlipEntry: Encodable {
  let name: String
  let present: String
  let weights: Weights
  let judgements: Judgements?

  struct Weights: Encodable {
    let distance: Double?
    let bound: Double?
    let exact: Bool
    let possible: Bool
    let obstacle: String?
    let outcome: String?
    let verified: Bool?
    let changes: [Weight]?
  }

  struct Weight: Encodable {
    let path: String
    let label: String
    let before: Double
    let after: Double
  }

  struct Judgements: Encodable {
    let steps: Int?
    let limit: Int
    let tried: Int
    let wayCount: Int
    let ways: [Way]
  }

  struct Way: Encodable {
    let changes: [Change]
    let consistencyRatio: Double?
    let consistent: Bool?
    let outcome: String
  }

  struct Change: Encodable {
    let path: String
    let row: String
    let column: String
    let before: String
    let after: String
    let steps: Int
  }

  init(_ flip: Flip, _ laboratory: FlipLaboratory) {
    (name, present) = (flip.name, flip.present)
    weights = Weights(flip, laboratory)
    judgements = flip.byJudgements.flatMap { $0.limit > 0 ? Judgements($0) : nil }
  }
}

extension FlipEntry.Weights {
  fileprivate init(_ flip: Flip, _ laboratory: FlipLaboratory) {
    obstacle = flip.obstacle?.reason
    switch flip.byWeights {
    case .impossible:
      (possible, exact, distance, bound) = (false, true, nil, nil)
      (outcome, verified, changes) = (nil, nil, nil)
    case .notFound(let bound):
      (possible, exact, distance, self.bound) = (true, false, nil, bound)
      (outcome, verified, changes) = (nil, nil, nil)
    case .change(let change):
      (possible, exact, distance, bound) = (true, change.isExact, change.distance, change.bound)
      (outcome, verified) = (change.outcome, change.isVerified)
      changes = zip(laboratory.weighings, change.weights).flatMap { weighing, weights in
        weighing.labels.indices.filter { weights[$0] != weighing.weights[$0] }.map {
          FlipEntry.Weight(
            path: weighing.path, label: weighing.labels[$0], before: weighing.weights[$0],
            after: weights[$0])
        }
      }
    }
  }
}

extension FlipEntry.Judgements {
  fileprivate init(_ flip: JudgementFlip) {
    (steps, limit, tried, wayCount) = (flip.steps, flip.limit, flip.tried, flip.wayCount)
    ways = flip.ways.map { way in
      FlipEntry.Way(
        changes: way.changes.map {
          FlipEntry.Change(
            path: $0.path, row: $0.row, column: $0.column, before: $0.from, after: $0.to,
            steps: $0.steps)
        }, consistencyRatio: way.consistencyRatio, consistent: way.isConsistent,
        outcome: way.outcome)
    }
  }
}
