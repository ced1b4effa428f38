/// What was tried of one cell, seen from where the person stands.
struct CellView {
  let cell: Int
  let own: Int64
  let base: IncentiveResponse
  /// In order of their units.
  let looks: [CellLook]
  let direction: IncentiveDirection?
  let step: Int64
  let cliff: Double

  /// Says in which region the person sits, and what must be searched for.
  func judge(_ finding: inout CellFinding) -> [EdgeSearch] {
    let below = Array(looks.prefix { $0.units < own }.reversed())
    let above = Array(looks.drop { $0.units < own })
    let isDown = direction == .down
    let (ahead, back) = isDown ? (below, above) : (above, below)
    var searches = region(ahead, back, &finding)
    searches += grade(ahead) + grade(back)
    if let direction { searches += jumps(direction) }
    return searches
  }

  // MARK: Regions

  private func region(
    _ ahead: [CellLook], _ back: [CellLook], _ finding: inout CellFinding
  ) -> [EdgeSearch] {
    let next = firstChange(ahead)
    if let next, let response = next.look.response {
      let search = EdgeSearch(
        cell: cell, goal: .change, near: next.before.units, far: next.look.units,
        nearResponse: next.before.response ?? base, farResponse: response)
      finding.next = next.look.units
      let isNear = abs(next.look.units - own) <= step
      if response.compare(base) < 0 {
        finding.region = isNear ? .costs : .turns
      } else {
        finding.region = isNear ? .pays : .waits
      }
      return finding.region == .pays ? [] : [search]
    }
    finding.next = ahead.first { $0.response != nil }?.units
    guard let last = firstChange(back), let response = last.look.response else {
      finding.region = .none
      return []
    }
    guard !ahead.allSatisfy({ $0.response == nil }) else {
      finding.region = .best
      return []
    }
    finding.region = .capped
    return [
      EdgeSearch(
        cell: cell, goal: .start, near: last.before.units, far: last.look.units,
        nearResponse: last.before.response ?? base, farResponse: response)
    ]
  }

  /// The nearest look that gives something else, and the one before it.
  private func firstChange(_ looks: [CellLook]) -> (before: CellLook, look: CellLook)? {
    var before = CellLook(units: own, response: base)
    for look in looks {
      guard let response = look.response else { return nil }
      if response.compare(base) != 0 { return (before, look) }
      before = look
    }
    return nil
  }

  // MARK: Grades

  private func grade(_ looks: [CellLook]) -> [EdgeSearch] {
    if base.band == 0 { return [] }
    var before = CellLook(units: own, response: base)
    for look in looks {
      guard let response = look.response else { continue }
      if response.band < base.band {
        return [
          EdgeSearch(
            cell: cell, goal: .grade, near: before.units, far: look.units,
            nearResponse: before.response ?? base, farResponse: response)
        ]
      }
      before = look
    }
    return []
  }

  // MARK: Jumps

  /// The steepest place within a step on either side, where it may be a jump.
  private func jumps(_ direction: IncentiveDirection) -> [EdgeSearch] {
    let near =
      looks.filter { $0.units < own && own - $0.units <= 2 * step }
      + [CellLook(units: own, response: base)]
      + looks.filter { $0.units > own && $0.units - own <= 2 * step }
    let pairs = zip(near, near.dropFirst()).compactMap { one, other -> Pair? in
      guard let first = one.response, let second = other.response else { return nil }
      return Pair(
        low: one.units, high: other.units, lowResponse: first, highResponse: second)
    }
    let total = pairs.reduce(0.0) { $0 + $1.change }
    let units = pairs.reduce(Int64(0)) { $0 + ($1.high - $1.low) }
    return [false, true].compactMap { isUpper in
      let side = pairs.filter {
        isUpper ? $0.low >= own && $0.high - own <= step : $0.high <= own && own - $0.low <= step
      }
      guard let steepest = side.max(by: { $0.size < $1.size }), steepest.size > 0 else {
        return nil
      }
      guard steepest.changesEligibility || steepest.change >= cliff else { return nil }
      let isAhead = isUpper == (direction == .up)
      return EdgeSearch(
        cell: cell, goal: .jump(isAhead: isAhead, total: total, units: units),
        near: steepest.low, far: steepest.high, nearResponse: steepest.lowResponse,
        farResponse: steepest.highResponse)
    }
  }

  /// Two neighbouring looks.
  private struct Pair {
    let (low, high): (Int64, Int64)
    let (lowResponse, highResponse): (IncentiveResponse, IncentiveResponse)

    var size: Double { EdgeSearch.size(lowResponse, highResponse) }
    /// By how much the outcome differs, in published units.
    var change: Double { abs(highResponse.gain(over: lowResponse)) }
    var changesEligibility: Bool { lowResponse.eligible != highResponse.eligible }
  }
}
