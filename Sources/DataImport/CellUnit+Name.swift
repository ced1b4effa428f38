extension CellUnit {
  /// The unit as maps name it.
  public var name: String {
    switch self {
    case .unknown: "no unit"
    case .money(0): "CNY"
    case .money(4): "CNY10k"
    case .money(8): "CNY100m"
    case .money(let power): "CNY times 10^\(power)"
    case .ratio: "ratio"
    case .percent: "percent"
    case .other(let name): name
    }
  }
}
