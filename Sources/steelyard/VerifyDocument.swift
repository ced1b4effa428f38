import ResultRecords

/// The JSON of `verify`.
struct VerifyDocument: Encodable {
  let result: String
  let agrees: Bool
  let performed: Bool
  let rows: Int
  let policy: String
  let version: String
  let writtenBy: String
  let verifiedBy: String
  let weights: Weights?
  let disagreements: [Entry]

  struct Weights: Encodable {
    let agree: Bool
    let tolerance: Double
    /// The one that differs most, when one differs.
    let path: String?
    let recorded: Double?
    let solved: Double?
  }

  struct Entry: Encodable {
    let kind: String
    let message: String
    let file: String?
    let table: String?
    let line: Int?
    let column: String?
    let key: String?
    let standing: String?
    let computed: String?

    init(_ disagreement: Disagreement) {
      message = disagreement.sentence
      var (file, table): (String?, String?) = (nil, nil)
      var difference: FirstDifference?
      switch disagreement {
      case .outputChanged(let path, _, _): (kind, file) = ("output-changed", path)
      case .policyChanged(let path, _, _): (kind, file) = ("policy-changed", path)
      case .inputChanged(let name, let path, _, _):
        (kind, table, file) = ("input-changed", name, path)
      case .correctionsChanged(let path, _, _): (kind, file) = ("corrections-changed", path)
      case .computedOtherwise(let path, let first):
        (kind, file, difference) = ("computed-otherwise", path, first)
      case .recordedOtherwise: kind = "recorded-otherwise"
      case .solvedOtherwise: kind = "weights"
      }
      (self.file, self.table) = (file, table)
      line = difference?.line
      column = difference?.column
      key = difference?.key
      standing = difference?.standing
      computed = difference?.computed
    }
  }

  init(_ verdict: VerifyVerdict) {
    result = verdict.files.result
    agrees = verdict.agrees
    performed = verdict.isPerformed
    rows = verdict.manifest.result.rows
    policy = verdict.manifest.policy.name
    version = verdict.manifest.policy.version
    writtenBy = verdict.manifest.programVersion
    verifiedBy = ProgramVersion.current
    let weight = verdict.weight
    weights =
      verdict.isPerformed
      ? Weights(
        agree: weight == nil, tolerance: ResultVerification.tolerance, path: weight?.path,
        recorded: weight?.recorded, solved: weight?.solved) : nil
    disagreements = verdict.disagreements.map(Entry.init)
  }
}
