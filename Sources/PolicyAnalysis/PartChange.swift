import ScorecardPolicy
import ScoringPlan

/// What one dimension, or one measure, adds to a subject's total under each policy.
public struct PartChange: Sendable {
  /// Its name.
  public let name: String
  /// Its title for people, in the later policy where that has it.
  public let title: Title?
  /// Its weight, a measure's within its dimension; nil where a policy does not have it or leaves it
  /// out.
  public let weights: Compared<Double?>
  /// Its score; nil as for the weights.
  public let scores: Compared<Double?>
  /// What it adds to the total; nil as for the weights.
  public let points: Compared<Double?>
  /// The measures of a dimension; those that only the later policy has last.
  public let measures: [PartChange]

  /// How many points more it adds, 0 standing for none.
  public var change: Double { points.map { $0 ?? 0 }.change }

  /// The measure that does most for the change of the dimension, as `Mover.leadingDimension` does for
  /// that of the final.
  public var leadingMeasure: PartChange? { Self.leading(measures, toward: change) }

  /// The part with the largest change in the direction of the whole, the first among equals; the
  /// largest in either direction when none goes that way; nil when none changes.
  static func leading(_ parts: [PartChange], toward whole: Double) -> PartChange? {
    let along = parts.filter { $0.change * whole > 0 }
    let candidates = along.isEmpty ? parts.filter { $0.change != 0 } : along
    return candidates.reduce(nil) { best, part in
      guard let best, abs(part.change) <= abs(best.change) else { return part }
      return best
    }
  }

  /// The dimensions of two explanations.
  static func dimensions(_ explanations: Compared<Explanation>) -> [PartChange] {
    paired(explanations.map(\.dimensions), name: \.name).map { pair in
      PartChange(
        name: (pair.after ?? pair.before)?.name ?? "",
        title: (pair.after ?? pair.before)?.title,
        weights: pair.map { $0?.weight }, scores: pair.map { $0?.score },
        points: pair.map { $0?.points }, measures: measures(pair))
    }
  }

  private static func measures(_ dimension: Compared<ExplainedDimension?>) -> [PartChange] {
    let weighted = dimension.map { dimension in
      (dimension?.measures ?? []).map { (measure: $0, weight: dimension?.weight ?? 0) }
    }
    return paired(weighted, name: \.measure.name).map { pair in
      let measure = (pair.after ?? pair.before)?.measure
      return PartChange(
        name: measure?.name ?? "", title: measure?.title,
        weights: pair.map { $0?.measure.weight }, scores: pair.map { $0?.measure.score },
        points: pair.map { part in
          guard let part, let weight = part.measure.weight, let score = part.measure.score
          else { return nil }
          return part.weight * (weight * score)
        }, measures: [])
    }
  }

  /// Elements of the same name side by side, in the order of the first list, then of the second.
  static func paired<Element: Sendable>(
    _ lists: Compared<[Element]>, name: (Element) -> String
  ) -> [Compared<Element?>] {
    let first = lists.before.map { one in
      Compared<Element?>(before: one, after: lists.after.first { name($0) == name(one) })
    }
    let known = Set(lists.before.map(name))
    let second = lists.after.filter { !known.contains(name($0)) }.map {
      Compared<Element?>(before: nil, after: $0)
    }
    return first + second
  }
}
