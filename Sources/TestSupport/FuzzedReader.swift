/// The readers that are fed arbitrary bytes, by the fuzzers and by the tests alike.
public enum FuzzedReader: String, CaseIterable, Sendable, CustomStringConvertible {
  /// Subject and ledger tables, from bytes to scores.
  case tables
  /// A policy's text, from YAML to a plan that is run.
  case policy
  /// Judgement files, from bytes to weights.
  case judgements

  /// What a reader got wrong about an input, a sentence each; none for every input, however
  /// damaged, is what is to be shown. Refusing an input is right.
  public func faults(in bytes: [UInt8]) -> [String] {
    switch self {
    case .tables: FuzzedTables.shared.faults(in: bytes)
    case .policy: FuzzedPolicy.faults(in: bytes)
    case .judgements: FuzzedJudgements.faults(in: bytes)
    }
  }

  /// The reader's name, which is also that of its corpus.
  public var description: String { rawValue }
}
