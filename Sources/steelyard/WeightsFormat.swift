import ArgumentParser

/// What the standard output of `weights` carries.
enum WeightsFormat: String, ExpressibleByArgument, CaseIterable {
  /// For people.
  case text
  /// For programs.
  case json
  /// With --data: a row for each number.
  case csv
  /// With --data and all methods: tables for a thesis.
  case latex

  /// Whether judgements are printed so too.
  var isForJudgements: Bool { self == .text || self == .json }
}
