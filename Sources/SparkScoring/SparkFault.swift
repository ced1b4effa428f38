/// Why a scoring job on Spark did not give a result; nothing was published.
public enum SparkFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// The program `spark-sql` or Java is not there; `reason` says which and where it was looked for.
  case notInstalled(reason: String)
  /// The job cannot be done on Spark as it was asked for.
  case unsuited(reason: String, advice: String)
  /// A file cannot be cut into rows by its lines.
  case unfitInput(file: String, line: Int, reason: String)
  /// A folder or a file could not be made, read or removed.
  case storage(path: String, reason: String)
  /// `spark-sql` ended with an error; `lastWords` is what it said last.
  case failed(step: String, ending: String, lastWords: [String])
  /// What a step counted is not what it must be.
  case miscounted(step: String, reason: String)

  /// What is wrong.
  public var description: String {
    switch self {
    case .notInstalled(let reason): reason
    case .unsuited(let reason, _): reason
    case .unfitInput(let file, let line, let reason): "\(file):\(line): \(reason)"
    case .storage(let path, let reason): "cannot use \(path): \(reason)"
    case .failed(let step, let ending, let lastWords):
      ([
        "Spark \(ending) at the step \"\(step)\"; nothing was published"
          + (lastWords.isEmpty ? "" : "; its last words:")
      ] + lastWords.map { "  \($0)" }).joined(separator: "\n")
    case .miscounted(let step, let reason):
      "the step \"\(step)\" on Spark \(reason); nothing was published"
    }
  }

  /// What SQL says of subjects whose values engines might round differently.
  private static let undecided = "cannot be decided in SQL"

  /// What to do about it.
  public var advice: String? {
    switch self {
    case .notInstalled:
      "install Spark and Java, or `pip install pyspark`, and set SPARK_HOME to its folder"
    case .unsuited(_, let advice): advice
    case .unfitInput:
      "export the file with each row on one line, or score it without --engine spark"
    case .storage: nil
    case .failed(_, _, let words) where words.contains(where: { $0.contains(Self.undecided) }):
      "score without --engine spark, which decides them"
    case .failed: "see the log of the Spark job; the same command tries again from the beginning"
    case .miscounted:
      "rows were lost or doubled on the way; see whether every worker runs the same program"
    }
  }

  /// Whether what was asked for is at fault, and not the data or the cluster.
  public var isOfTheCommandLine: Bool {
    switch self {
    case .notInstalled, .unsuited: true
    case .unfitInput, .storage, .failed, .miscounted: false
    }
  }
}
