/// The unit of a column's numbers, as far as repairs must know it.
public enum CellUnit: Hashable, Sendable {
  /// No unit is known.
  case unknown
  /// Yuan times a power of ten: 0 for 元, 4 for 万元, 8 for 亿元.
  case money(power: Int)
  /// A share of one, such as 0.95.
  case ratio
  /// A share of a hundred, such as 95.
  case percent
  /// Anything else, by its name: `point`, `person`, `count`, `year`, `month`, `day`, `hour`, `minute`.
  case other(String)

  /// Money in yuan.
  public static let yuan = CellUnit.money(power: 0)
  /// Money in ten thousands of yuan.
  public static let tenThousandYuan = CellUnit.money(power: 4)
  /// Money in hundred millions of yuan.
  public static let hundredMillionYuan = CellUnit.money(power: 8)

  /// The unit of a name as policies or headers have it, such as `CNY10k`, `万元`, `percent` or `%`;
  /// nil for any other text.
  public init?(spelled name: String) {
    guard let unit = Self.names[name] else { return nil }
    self = unit
  }

  /// How many places to the left the point of a number in this unit moves to give the number in
  /// `target`, to the right if negative; nil where the two measure different things.
  ///
  /// An unknown unit is taken for the other one: nothing moves.
  public func pointShift(to target: CellUnit) -> Int? {
    switch (self, target) {
    case (.unknown, _), (_, .unknown): 0
    case (.money(let from), .money(let to)): to - from
    case (.percent, .ratio): 2
    case (.ratio, .percent): -2
    default: self == target ? 0 : nil
    }
  }

  /// Whether it is one of money.
  public var isMoney: Bool {
    if case .money = self { true } else { false }
  }

  /// Whether it is a share, in which a percent sign may stand.
  public var isShare: Bool { self == .ratio || self == .percent }

  /// Whether numbers in it may be shared out by days: no shares, marks or years.
  var canBeSplit: Bool { !isShare && self != .other("point") && self != .other("year") }

  private static let names: [String: CellUnit] = [
    "CNY": .yuan, "元": .yuan, "圆": .yuan, "人民币元": .yuan, "人民币": .yuan, "RMB": .yuan,
    "千元": .money(power: 3), "CNY10k": .tenThousandYuan, "万元": .tenThousandYuan,
    "萬元": .tenThousandYuan, "百万元": .money(power: 6), "千万元": .money(power: 7),
    "CNY100m": .hundredMillionYuan, "亿元": .hundredMillionYuan, "億元": .hundredMillionYuan,
    "ratio": .ratio, "percent": .percent, "%": .percent, "％": .percent,
    "point": .other("point"), "分": .other("point"), "person": .other("person"),
    "人": .other("person"), "count": .other("count"), "户": .other("count"), "笔": .other("count"),
    "张": .other("count"), "个": .other("count"), "次": .other("count"), "件": .other("count"),
    "条": .other("count"), "year": .other("year"), "年": .other("year"), "month": .other("month"),
    "月": .other("month"), "个月": .other("month"), "day": .other("day"), "天": .other("day"),
    "日": .other("day"), "hour": .other("hour"), "小时": .other("hour"),
    "minute": .other("minute"), "分钟": .other("minute"),
  ]
}
