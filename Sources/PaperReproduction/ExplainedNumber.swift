/// A printed number with every way found that leads to its digits.
public struct ExplainedNumber: Sendable {
  /// What is known of a print.
  public enum Verdict: String, Sendable {
    /// A way leads to it; for a weight or priority, the one that leads to most of those beside it.
    case explained
    /// A way leads to it, but another one to the numbers beside it.
    case apart
    /// No way leads to it.
    case unexplained
  }

  /// One way that leads to the print, and how the print is rounded then.
  public struct Way: Sendable {
    /// The way.
    public let candidate: PaperCandidate
    /// Every rule of rounding that gives the print.
    public let rounding: [PrintRounding]
  }

  /// The number as printed.
  public let number: PaperNumber
  /// Every way that leads to it, the plainest first.
  public let ways: [Way]
  /// What the first way leads to, or else the plainest; nil where nothing can be computed.
  public let recomputed: PaperCandidate?
  /// The way that leads nearest to the print; nil where nothing can be computed.
  public let nearest: PaperCandidate?
  /// What is known of it.
  public let verdict: Verdict
  /// The digits that `recomputed` has too, and the rest, which nothing explains.
  public let digits: (explained: String, unexplained: String)
  /// Whether a way leads to what was meant; nil where the file does not say what that is.
  public let explainsMeant: Bool?

  /// - Parameter joint: the way that explains most of the numbers beside this one; nil where the
  ///   number stands by itself.
  init(_ number: PaperNumber, _ candidates: [PaperCandidate], joint: PaperCandidate? = nil) {
    self.number = number
    let all = candidates.compactMap { candidate -> Way? in
      let rounding = number.print.rounding(of: candidate.value)
      return rounding.isEmpty ? nil : Way(candidate: candidate, rounding: rounding)
    }
    let isJoint = joint.map { joint in all.contains { $0.candidate == joint } }
    // What is rounded is plainer than what is cut off.
    ways =
      all.filter { $0.candidate == joint }
      + all.filter { $0.candidate != joint && $0.rounding != [.truncated] }
      + all.filter { $0.candidate != joint && $0.rounding == [.truncated] }
    verdict = ways.isEmpty ? .unexplained : isJoint == false ? .apart : .explained
    nearest = candidates.min {
      abs($0.value - number.print.value) < abs($1.value - number.print.value)
    }
    recomputed = ways.first?.candidate ?? candidates.first
    let halves = recomputed.map { number.print.split(against: $0.value) }
    digits = ways.isEmpty ? halves ?? ("", number.print.text) : (number.print.text, "")
    explainsMeant = number.meant.map { meant in
      candidates.contains { !meant.rounding(of: $0.value).isEmpty }
    }
  }
}
