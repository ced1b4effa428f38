import PolicyAnalysis

/// The JSON of the derivatives of `analyze sensitivity`.
struct DerivativesDocument: Encodable {
  let judgements: [Judgement]
  let excluded: [Reason]
  let payroll: [Double]?
  let payObstacles: [Obstacle]
  let finalObstacles: [Obstacle]
  let people: [Person]

  struct Judgement: Encodable {
    let path: String
    let now: Double
  }

  struct Reason: Encodable {
    let path: String
    let reason: String
  }

  struct Obstacle: Encodable {
    let obstacle: JudgementSlope.Obstacle
    let people: Int
  }

  struct Person: Encodable {
    let key: String
    let total: [Double]
    let final: [Double]?
    let finalObstacle: JudgementSlope.Obstacle?
    let pay: [Double]?
    let payObstacle: JudgementSlope.Obstacle?
  }

  init(_ derivatives: JudgementDerivatives) {
    let count = derivatives.judgements.count
    judgements = derivatives.judgements.map { Judgement(path: $0.path, now: $0.value ?? 1) }
    excluded = derivatives.excluded.map { Reason(path: $0.path, reason: $0.reason) }
    payroll = derivatives.payroll
    payObstacles = derivatives.payObstacles.map {
      Obstacle(obstacle: $0.obstacle, people: $0.people)
    }
    finalObstacles = derivatives.finalObstacles.map {
      Obstacle(obstacle: $0.obstacle, people: $0.people)
    }
    people = derivatives.people.map {
      Person(
        key: $0.key, total: $0.total, final: $0.final.derivatives(count: count),
        finalObstacle: $0.final.obstacle, pay: $0.pay?.derivatives(count: count),
        payObstacle: $0.pay?.obstacle)
    }
  }
}
