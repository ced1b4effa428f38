import AHP
import Diagnostics
import LocatedYAML

/// A policy's text, ready to be read again and again with other numbers in some places.
///
/// What is read is what the same text would be with these numbers written in it: bounds, order, sums and
/// consistency are checked as ever.
public struct PolicyTuning: Sendable {
  private(set) var source: PolicySource
  let file: String
  /// Its own text, without those of the policies that it extends and without changes.
  let yaml: String
  /// The folder of its own file, from which it names the policy that it extends.
  let folder: String

  /// The policy in a file.
  ///
  /// - Throws: `DiagnosedFailure` when the file, or one that it extends, cannot be read as YAML.
  public init(contentsOf file: String) throws(DiagnosedFailure) {
    try self.init(
      try PolicySource.text(of: file), file: file, folder: PolicySource.folder(of: file))
  }

  /// The policy in a text; `file` names it in messages, judgement files are relative to `folder`.
  ///
  /// - Throws: `DiagnosedFailure` when the text is no YAML.
  public init(_ yaml: String, file: String, folder: String = ".") throws(DiagnosedFailure) {
    source = try PolicySource(yaml, file: file, folder: folder)
    (self.file, self.yaml, self.folder) = (file, yaml, folder)
  }

  /// The policy with other numbers in some places.
  ///
  /// - Parameters:
  ///   - numbers: for the path of a number its new value. A path is that of a slot of a plan
  ///     (`parameters.share`, `curves.npl_points.2.y`, `grades.star.bands.1.seats`), or that of a formula
  ///     and the place of a number in it, from 1 (`gates.veto.when.1`). Caps and floors that are absent
  ///     are set.
  ///   - judgements: the judgements that are replaced, in the policy and in its judgement files.
  /// - Throws: `DiagnosedFailure` with everything that is wrong with the policy that comes of it.
  public func policy(
    numbers: [String: Double] = [:], judgements: [TunedJudgement] = []
  ) throws(DiagnosedFailure) -> Policy {
    var reviser = PolicyReviser(source.root, folder: source.folder)
    for (path, value) in numbers.sorted(by: { $0.key < $1.key }) {
      reviser.replaceNumber(at: path, with: value.asWritten)
    }
    guard reviser.diagnostics.isEmpty else { throw DiagnosedFailure(reviser.diagnostics) }
    return try PolicyReader.read(
      source.replacingRoot(reviser.root), file: file, tunedJudgements: judgements
    ).policy
  }

  /// The policy with changes laid over it, as if they were written in it: to be read as any other.
  ///
  /// A judgement of weights that come from a judgement file brings the file's judgements into the policy,
  /// those of a panel aggregated, so that the file is no longer read.
  ///
  /// - Throws: `DiagnosedFailure` with every change of something that is not there, that is no number, or
  ///   that contradicts another. What is wrong with the policy that comes of it is found when it is read.
  public func revised(by revision: PolicyRevision) throws(DiagnosedFailure) -> PolicyTuning {
    var reviser = PolicyReviser(source.root, folder: source.folder)
    reviser.apply(revision)
    guard !reviser.diagnostics.hasErrors else { throw DiagnosedFailure(reviser.diagnostics) }
    var revised = self
    revised.source = source.replacingRoot(reviser.root)
    return revised
  }

  /// The number at a path as the policy writes it, such as `5%` or `1500元`; nil where none stands.
  public func text(at path: String) -> String? {
    source.root.written(path.split(separator: ".").map(String.init)[...])
  }

  /// How many numbers stand in the formula at a path; nil where no formula stands, or none that can be
  /// taken apart.
  public func numberCount(inFormula path: String) -> Int? {
    let place = source.root.node(path.split(separator: ".").map(String.init)[...])
    return place?.text.flatMap(FormulaNumbers.init)?.values.count
  }

  /// The value of the number at that place in the formula at a path, from 1.
  public func number(_ place: Int, inFormula path: String) -> Double? {
    let node = source.root.node(path.split(separator: ".").map(String.init)[...])
    guard let values = node?.text.flatMap(FormulaNumbers.init)?.values, place > 0 else {
      return nil
    }
    return place <= values.count ? values[place - 1] : nil
  }

  /// The value of a number as policies write it: `0.8`, `-3`, `5%`, `30万`, `1500元`; nil for other texts.
  public static func value(of text: String) -> Double? { NumberLiteral.parseSigned(text)?.value }
}
