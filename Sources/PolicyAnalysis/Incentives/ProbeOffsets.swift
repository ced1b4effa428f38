/// How far from where a person stands is looked, in steps: farther and farther apart.
enum ProbeOffsets {
  /// The farthest look.
  static let farthest = 1024
  /// The looks in one direction: 1, 2, 3, 4, 6, 8, 12 and so on.
  static let all: [Int64] = {
    var offsets: [Int64] = [1]
    var power: Int64 = 2
    while power <= Int64(farthest) {
      offsets += [power, power / 2 * 3]
      power *= 2
    }
    return offsets.filter { $0 <= Int64(farthest) }.sorted()
  }()
}
