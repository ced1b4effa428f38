/// Moves the decimal points of plain numbers, as repairs do to a whole column in another unit, and quickly.
struct PointShift {
  /// How many places to the left, to the right if negative.
  let places: Int

  private static let longest = 40
  private static let zero = UInt8(ascii: "0")

  /// The number with its point moved; nil for all but a plain decimal with digits before a point and
  /// behind it. Gives what `CellRepairer` gives.
  func moved(_ cell: UnsafeBufferPointer<UInt8>) -> String? {
    guard !cell.isEmpty, cell.count <= Self.longest else { return nil }
    let isNegative = cell[0] == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    var point = cell.count
    for index in start..<cell.count where cell[index] &- Self.zero > 9 {
      guard cell[index] == UInt8(ascii: "."), point == cell.count else { return nil }
      point = index
    }
    guard point > start, point != cell.count - 1 else { return nil }
    let wholeCount = point - start
    let count = cell.count - start - (point < cell.count ? 1 : 0)
    return withUnsafeTemporaryAllocation(
      of: UInt8.self, capacity: Self.longest + 2 * abs(places) + 4
    ) { memory in
      var end = 0
      func put(_ byte: UInt8) {
        memory[end] = byte
        end += 1
      }
      func digit(_ index: Int) -> UInt8 {
        if index < 0 || index >= count { return Self.zero }
        return cell[start + index + (index < wholeCount ? 0 : 1)]
      }
      if isNegative { put(UInt8(ascii: "-")) }
      let newPoint = wholeCount - places
      var index = min(0, newPoint - 1)
      while index < newPoint - 1, digit(index) == Self.zero { index += 1 }
      while index < newPoint {
        put(digit(index))
        index += 1
      }
      if index < count { put(UInt8(ascii: ".")) }
      while index < count {
        put(digit(index))
        index += 1
      }
      return String(decoding: UnsafeBufferPointer(rebasing: memory[..<end]), as: UTF8.self)
    }
  }
}
