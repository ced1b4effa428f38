extension PaperCandidate {
  /// The way in words, such as `eigenvector, random index saaty-1980`.
  public var words: String {
    let table = randomIndex.map { name in
      name.hasPrefix("the ") ? name : "random index \(name)"
    }
    let start = basis == WeightReading.exact || basis == "the table" ? nil : "from \(basis)"
    return [method?.rawValue, formula, start, table].compactMap(\.self).joined(separator: ", ")
  }
}
