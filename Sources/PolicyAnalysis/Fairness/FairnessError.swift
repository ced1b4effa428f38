import Diagnostics

/// Why groups cannot be compared.
public enum FairnessError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The subject table has no such column.
  case noColumn(String, all: [String])
  /// A column of numbers without bands.
  case needsBands(String)
  /// Bands of a column that holds no numbers.
  case noNumbers(String)
  /// A column of neither texts nor numbers.
  case noTexts(String)
  /// The policy has no such grade.
  case noGrade(String, all: [String])
  /// Fewer people than may be shown.
  case tooFew(Int)

  /// A sentence for people.
  public var description: String {
    switch self {
    case .noColumn(let name, let all):
      "the subject table has no column \"\(name)\"; "
        + (Spelling.didYouMean(name, among: all)
          ?? "its columns are \(all.joined(separator: ", "))")
    case .needsBands(let name):
      "\(name) holds numbers: say where to cut them, such as --bands \(name):0,3,6,10"
    case .noNumbers(let name): "\(name) holds no numbers, so that there are no bands to cut"
    case .noTexts(let name): "\(name) holds neither texts nor numbers, which could make groups"
    case .noGrade(let name, let all):
      "the policy has no grade \"\(name)\"; "
        + (Spelling.didYouMean(name, among: all)
          ?? (all.isEmpty ? "it has none" : "its grades are \(all.joined(separator: ", "))"))
    case .tooFew(let count):
      "\(count) \(count == 1 ? "person is" : "people are") too few: nothing is shown of fewer than "
        + "\(FairnessOptions.fewest)"
    }
  }
}
