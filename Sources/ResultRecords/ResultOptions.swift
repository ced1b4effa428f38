import ScoringEngine
import ScoringPlan

/// What a user may choose about a result that changes its bytes.
public struct ResultOptions: Hashable, Sendable {
  /// The order of rows as in the files.
  public static let inputOrder = "input"

  /// What stands in the column `period`; nil for no such column.
  public var period: String?
  /// `input`, or the name of a ranking.
  public var sort: String
  /// Whether the scores of measures are written too.
  public var measures: Bool
  /// Whether rows at fault go to a file of their own instead of stopping the job.
  public var rejects: Bool
  /// What the result and the rejects file are written in.
  public var encoding: ResultEncoding

  /// Options; by default the order of the files, and no period, measures or rejects.
  public init(
    period: String? = nil, sort: String = inputOrder, measures: Bool = false, rejects: Bool = false,
    encoding: ResultEncoding = .utf8
  ) {
    self.period = period
    self.sort = sort
    self.measures = measures
    self.rejects = rejects
    self.encoding = encoding
  }

  /// Reads `period`, `sort`, `measures`, `rejects`, `encoding`.
  init(_ value: ManifestValue) throws(ManifestFault) {
    period = try value.optional("period")?.text
    sort = try value.value("sort").text
    measures = try value.value("measures").truth
    rejects = try value.value("rejects").truth
    encoding = try value.optional("encoding").map(Self.encoding) ?? .utf8
  }

  private static func encoding(_ value: ManifestValue) throws(ManifestFault) -> ResultEncoding {
    let name = try value.text
    guard let encoding = ResultEncoding(rawValue: name) else {
      let names = ResultEncoding.allCases.map(\.rawValue).joined(separator: ", ")
      throw value.fault("expected one of \(names), found \"\(name.prefix(80))\"")
    }
    return encoding
  }

  /// The order of rows under a plan; nil when it has no such ranking.
  public func order(in plan: Plan) -> ResultOrder? {
    if sort == Self.inputOrder { return .input }
    return plan.rankings.first { $0.name == sort }.map { .ranking($0) }
  }
}

extension ResultOptions: Encodable {
  enum CodingKeys: CodingKey {
    case period, sort, measures, rejects, encoding
  }

  /// Writes what is chosen; the encoding only where it is not the usual one.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(period, forKey: .period)
    try container.encode(sort, forKey: .sort)
    try container.encode(measures, forKey: .measures)
    try container.encode(rejects, forKey: .rejects)
    if encoding != .utf8 { try container.encode(encoding.rawValue, forKey: .encoding) }
  }
}
