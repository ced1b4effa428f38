/// Which columns of two results belong together.
struct ResultColumns {
  /// A column of both results, by its positions.
  struct Pair {
    let name: String
    let old: Int
    let new: Int
  }

  /// Where the period stands, when both results have one beside the key.
  let period: (old: Int, new: Int)?
  /// The columns that are compared, in the order of the new result.
  let pairs: [Pair]
  let onlyInOld: [String]
  let onlyInNew: [String]
  /// Whether rows of the same bytes hold the same cells.
  let areAlike: Bool

  init(_ old: ResultFile, _ new: ResultFile) throws(ResultFileError) {
    guard old.keyName == new.keyName else {
      throw .otherKey(
        old: old.path, oldKey: old.keyName, new: new.path, newKey: new.keyName)
    }
    let positions = Dictionary(uniqueKeysWithValues: zip(old.columns, old.columns.indices))
    let all = new.columns.enumerated().dropFirst().compactMap { position, name in
      positions[name].map { Pair(name: name, old: $0, new: position) }
    }
    period = all.first { $0.name == ResultFile.periodColumn }.map { ($0.old, $0.new) }
    pairs = all.filter { $0.name != ResultFile.periodColumn }
    let shared = Set(all.map(\.name))
    onlyInOld = old.columns.dropFirst().filter { !shared.contains($0) }
    onlyInNew = new.columns.dropFirst().filter { !shared.contains($0) }
    areAlike = old.columns == new.columns && old.separator == new.separator
  }
}
