import ScorecardPolicy
import ScoringPlan

/// How surely subjects have the grades that they have. Subjects count by their places in the analysis.
public struct GradeStability: Sendable {
  /// The name of the grade.
  public let name: String
  /// Its title for people.
  public let title: Title?
  /// The grades that can be had: the bands from the top, then the empty text of who is ineligible.
  public let labels: [String]
  /// The place among the labels of each subject's grade by the judgements as they are.
  public let given: [Int]
  private let counts: [UInt32]
  private let drawCount: Int

  init(
    _ grading: Grading, labels: [String], given: [UInt8], _ tally: GradeTally, drawCount: Int
  ) {
    (name, title) = (grading.name, grading.title)
    self.labels = labels
    self.given = given.map { Int($0) }
    (counts, self.drawCount) = (tally.counts, drawCount)
  }

  /// The share of draws that give a subject the label at a place.
  public func probability(of subject: Int, _ label: Int) -> Double {
    Double(counts[subject * labels.count + label]) / Double(drawCount)
  }

  /// The share of draws in which a subject keeps the grade that it has.
  public func keptShare(of subject: Int) -> Double {
    given[subject] < labels.count ? probability(of: subject, given[subject]) : 1
  }

  /// The label that a subject most often has when it has not its own, the higher of equals; nil when it
  /// always keeps its own.
  public func likeliestOther(of subject: Int) -> Int? {
    let others = labels.indices.filter {
      $0 != given[subject] && counts[subject * labels.count + $0] > 0
    }
    return others.max {
      (counts[subject * labels.count + $0], -$0) < (counts[subject * labels.count + $1], -$1)
    }
  }
}
