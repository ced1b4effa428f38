/// The units that a policy can name.
public enum NamedUnit: String, CaseIterable, Sendable {
  /// 元
  case yuan = "CNY"
  /// 万元
  case tenThousandYuan = "CNY10k"
  /// 亿元
  case hundredMillionYuan = "CNY100m"
  /// A share of which 1 is the whole.
  case ratio
  /// A share of which 100 is the whole.
  case percent
  /// A point of a score.
  case point
  /// 12 months.
  case year
  /// A month; its days are not said.
  case month
  /// 24 hours.
  case day
  /// 60 minutes.
  case hour
  /// A minute.
  case minute
  /// A number of things.
  case count
  /// A number of people.
  case person

  /// What a unit measures; units of one kind can be converted into each other.
  enum Kind: Hashable {
    case money
    case share
    case longTime
    case shortTime
    case other(NamedUnit)
  }

  /// The unit of that name, in English or Chinese.
  init?(spelled name: String) {
    if let unit = NamedUnit(rawValue: name) ?? Self.chineseNames[name] {
      self = unit
    } else {
      return nil
    }
  }

  private static let chineseNames: [String: NamedUnit] = [
    "元": .yuan, "万元": .tenThousandYuan, "亿元": .hundredMillionYuan, "分": .point, "年": .year,
    "月": .month, "天": .day, "小时": .hour, "分钟": .minute, "人": .person,
  ]

  var kind: Kind {
    switch self {
    case .yuan, .tenThousandYuan, .hundredMillionYuan: .money
    case .ratio, .percent: .share
    case .year, .month: .longTime
    case .day, .hour, .minute: .shortTime
    case .point, .count, .person: .other(self)
    }
  }

  /// How many of the smallest unit of its kind it is.
  var magnitude: Double {
    switch self {
    case .yuan, .percent, .month, .minute, .point, .count, .person: 1
    case .tenThousandYuan: 1e4
    case .hundredMillionYuan: 1e8
    case .ratio: 100
    case .year: 12
    case .hour: 60
    case .day: 1440
    }
  }

  /// Whether numbers in this unit go together with plain numbers.
  var isPlain: Bool {
    switch self {
    case .ratio, .percent, .point, .count: true
    default: false
    }
  }
}
