import ArgumentParser
import ScoringPlan
import SegmentStreams

/// What all filters are told.
struct StreamOptions: ParsableArguments {
  @Argument(help: "The policy file.")
  var policy: String

  @Flag(help: "Write the score of each measure too, as dimension.measure.")
  var measures = false

  /// The policy's plan, cut.
  func plan() throws -> SegmentedPlan {
    let plan = try PolicyFile.plan(policy, showsFindings: false).plan
    do {
      return try SegmentedPlan(plan, measures: measures)
    } catch {
      throw ValidationError("\(policy) cannot run in parts: \(error)")
    }
  }
}
