/// The distinct texts of a driver in the order of their UTF-8 bytes, and which each subject has.
struct TextValues {
  let values: [String]
  /// The place of each subject's text in `values`.
  let codes: [Int]
  /// How many subjects have each text.
  let counts: [Int]

  init(_ texts: [String]) {
    let distinct = Set(texts.map { Array($0.utf8) }).sorted { $0.lexicographicallyPrecedes($1) }
    let places = Dictionary(uniqueKeysWithValues: zip(distinct, distinct.indices))
    values = distinct.map { String(decoding: $0, as: UTF8.self) }
    codes = texts.map { places[Array($0.utf8)] ?? 0 }
    var counts = [Int](repeating: 0, count: distinct.count)
    for code in codes { counts[code] += 1 }
    self.counts = counts
  }

  /// 1 for the subjects that have the text at a place, else 0.
  func indicator(_ place: Int) -> [Double] { codes.map { $0 == place ? 1 : 0 } }
}
