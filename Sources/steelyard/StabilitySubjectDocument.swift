import PolicyAnalysis

/// One person in the JSON of `analyze uncertainty`.
struct StabilitySubjectDocument: Encodable {
  let key: String
  let rankings: [Ranking]
  let grades: [Grade]

  struct Ranking: Encodable {
    let name: String
    let rank: Int?
    let expected: Double?
    let best: Int?
    let worst: Int?
    let quantiles: [Int]
    let firstShare: Double
    let acceptability: [Share]
    let centralWeights: [Double]?
    let rankByCentralWeights: Int?
  }

  struct Share: Encodable {
    let rank: Int
    let share: Double
  }

  struct Grade: Encodable {
    let name: String
    let label: String?
    let shares: [LabelShare]
    let centralWeights: [Double]?
    let labelByCentralWeights: String?
  }

  struct LabelShare: Encodable {
    let label: String
    let share: Double
  }

  init(_ subject: Int, _ stability: PolicyStability) {
    key = stability.key(of: subject)
    rankings = stability.rankings.indices.map { index in
      let ranking = stability.rankings[index]
      let central = stability.centralWeights(of: subject, firstIn: index)
      return Ranking(
        name: ranking.name, rank: ranking.given[subject], expected: ranking.mean[subject],
        best: ranking.best[subject], worst: ranking.worst[subject],
        quantiles: ranking.quantiles[subject], firstShare: ranking.firstShares[subject],
        acceptability: stability.acceptability(of: subject, ranking: index).map {
          Share(rank: $0.rank, share: $0.share)
        }, centralWeights: central,
        rankByCentralWeights: central.flatMap {
          stability.rank(of: subject, ranking: index, by: $0)
        })
    }
    grades = stability.grades.indices.map { index in
      let grade = stability.grades[index]
      let given = grade.given[subject]
      let central = stability.centralWeights(of: subject, topOf: index)
      return Grade(
        name: grade.name, label: given < grade.labels.count ? grade.labels[given] : nil,
        shares: grade.labels.enumerated().map {
          LabelShare(label: $1, share: grade.probability(of: subject, $0))
        }, centralWeights: central,
        labelByCentralWeights: central.flatMap {
          stability.label(of: subject, grade: index, by: $0)
        }.map { grade.labels[$0] })
    }
  }
}
