import ScoringEngine
import ScoringPlan

/// How many people of one group have grades that are safe.
public struct StabilityGroup: Sendable, Equatable {
  /// Smaller groups are told of together, so that nobody is told of alone.
  public static let smallest = 5

  /// The group's text; nil for those without one, or for the smallest groups together.
  public let name: String?
  /// How many groups are told of together: 1 for a group by itself.
  public let groupCount: Int
  /// How many people it has.
  public let subjects: Int
  /// How many of them keep their grade in at least the share of draws that is safe.
  public let safe: Int
}

extension PolicyStability {
  /// The people in groups of equal texts of a column of the subject table, by one grade: groups in the order
  /// of their texts' bytes, those of fewer than five people together at the end. Nil where there is no such
  /// column.
  public func groups(of grade: Int, by column: String) -> [StabilityGroup]? {
    let columns = scored.plan.tables[0].columns
    guard let place = columns.firstIndex(where: { $0.name == column && $0.type == .text }),
      let texts = scored.column(Register(place + 1))
    else { return nil }
    var counts: [String?: (subjects: Int, safe: Int)] = [:]
    for (subject, row) in rows.enumerated() {
      let isSafe = grades[grade].keptShare(of: subject) >= limit
      let own = counts[texts.text(of: row), default: (0, 0)]
      counts[texts.text(of: row)] = (own.subjects + 1, own.safe + (isSafe ? 1 : 0))
    }
    let sorted = counts.sorted { one, other in
      Array((one.key ?? "").utf8).lexicographicallyPrecedes(Array((other.key ?? "").utf8))
    }
    let large = sorted.filter { $0.value.subjects >= StabilityGroup.smallest }.map {
      StabilityGroup(name: $0.key, groupCount: 1, subjects: $0.value.subjects, safe: $0.value.safe)
    }
    let small = sorted.filter { $0.value.subjects < StabilityGroup.smallest }.map(\.value)
    if small.isEmpty { return large }
    return large + [
      StabilityGroup(
        name: nil, groupCount: small.count, subjects: small.reduce(0) { $0 + $1.subjects },
        safe: small.reduce(0) { $0 + $1.safe })
    ]
  }
}
