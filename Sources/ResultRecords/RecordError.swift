/// Why a result's record cannot be made, or cannot be used.
public enum RecordError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A file could not be read; `reason` is the system's.
  case unreadable(file: String, reason: String)
  /// There is no manifest where it would be.
  case noManifest(file: String)
  /// The manifest is not what `score` writes; `place` is the path of keys to the fault, empty when
  /// the text is not JSON.
  case damaged(file: String, line: Int, column: Int, place: String, reason: String)
  /// The manifest does not fit the policy as this program compiles it.
  case unfit(file: String, reason: String)

  /// What is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .unreadable(let file, let reason):
      "cannot read \(file): \(reason)"
    case .noManifest(let file):
      "there is no manifest \(file); `steelyard score` writes it beside the result, and the two "
        + "must be kept together; beside a result of another --engine there is none"
    case .damaged(let file, let line, let column, let place, let reason):
      "\(file):\(line):\(column): the manifest cannot be used: "
        + "\(place.isEmpty ? "" : "\(place): ")\(reason)"
    case .unfit(let file, let reason):
      "\(file): the manifest does not fit the policy as this program reads it: \(reason)"
    }
  }
}
