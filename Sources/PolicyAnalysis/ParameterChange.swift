import ScorecardPolicy
import ScoringPlan

/// A number that two policies set differently at the same place.
public struct ParameterChange: Sendable, Equatable {
  /// Where it stands in the policies.
  public let path: String
  /// Its unit, in the later policy where that has it.
  public let unit: Unit?
  /// What each policy sets; nil where it does not set the number or has no such place.
  public let values: Compared<Double?>

  /// The differences of two plans with their values: in the order of the first, then the places that
  /// only the second has.
  static func all(
    _ plans: Compared<Plan>, _ vectors: Compared<ParameterVector>
  ) -> [ParameterChange] {
    let (before, after) = (plans.before.parameters, plans.after.parameters)
    let places = Dictionary(
      zip(after.map(\.path), after.indices), uniquingKeysWith: { first, _ in first })
    let known = Set(before.map(\.path))
    let changed = before.enumerated().compactMap { index, parameter -> ParameterChange? in
      let place = places[parameter.path]
      let values = Compared(
        before: vectors.before.values[index], after: place.map { vectors.after.values[$0] })
      guard values.before != values.after else { return nil }
      return ParameterChange(
        path: parameter.path, unit: place.flatMap { after[$0].unit } ?? parameter.unit,
        values: Compared(before: set(values.before), after: set(values.after)))
    }
    let added = after.enumerated().filter { !known.contains($0.element.path) }.map { index, added in
      ParameterChange(
        path: added.path, unit: added.unit,
        values: Compared(before: nil, after: set(vectors.after.values[index])))
    }
    return (changed + added).filter { $0.values.before != $0.values.after }
  }

  /// Caps, floors and budgets that are not set are infinite.
  private static func set(_ value: Double?) -> Double? {
    value.flatMap { $0.isFinite ? $0 : nil }
  }
}
