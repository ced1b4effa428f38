import PolicyAnalysis

/// Everything that `analyze uncertainty` has to say.
struct StabilityReport {
  /// How judgements are drawn.
  enum Way: String {
    case halfStep = "half-step"
    case wholeStep = "whole-step"
    case intervals
    case panel
    case panelSpread = "panel-spread"

    /// For people.
    var words: String {
      switch self {
      case .halfStep: "each judgement within half a step"
      case .wholeStep: "each judgement within a whole step"
      case .intervals: "judgements within their intervals"
      case .panel: "respondents drawn with replacement"
      case .panelSpread: "another expert by the panels' means and variances"
      }
    }
  }

  let stability: PolicyStability
  let way: Way
  /// The column whose groups are counted.
  let column: String?
  /// The person who is shown in full.
  let subject: Int?
  /// How many fragile grades are shown.
  let top: Int
  let notice: String?
}
