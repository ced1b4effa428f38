/// Which field of a row belongs to which column of a specification, for one file.
struct HeaderMap {
  /// The number of fields that each row must have.
  let width: Int
  /// The field of the key.
  let key: Int
  /// The field of each column of the specification.
  let columns: [Int]

  /// Finds the fields of all columns, or says everything that is missing.
  init(
    _ headers: [String], for specification: TableSpecification, file: String
  ) throws(TableReadError) {
    var missing: [TableReadError.MissingColumn] = []
    let table = specification.name
    let unclaimed = Self.unclaimed(headers, specification)

    func field(_ name: String, _ others: [String]) throws(TableReadError) -> Int {
      let accepted = [name] + others.filter { $0 != name }
      let positions = headers.indices.filter { accepted.contains(headers[$0]) }
      let found = positions.map { headers[$0] }
      if found.isEmpty {
        let nearest = HeaderHint.nearest(to: accepted, among: unclaimed)
        missing.append(.init(name: name, accepted: accepted, nearest: nearest))
      } else if let repeated = found.first(where: { header in
        found.count { $0 == header } > 1
      }) {
        throw .repeatedHeader(
          table: table, file: file, header: repeated,
          positions: positions.filter { headers[$0] == repeated }.map { $0 + 1 })
      } else if found.count > 1 {
        throw .twoHeaders(table: table, file: file, column: name, headers: found)
      }
      return positions.first ?? 0
    }

    width = headers.count
    key = try field(specification.keyName, specification.keyHeaders)
    var columns: [Int] = []
    for column in specification.columns {
      columns.append(try field(column.name, column.headers))
    }
    self.columns = columns
    guard missing.isEmpty else {
      throw .columnsMissing(table: table, file: file, columns: missing, found: headers)
    }
  }

  /// The headers that no column takes: only they can have been meant by one that is missing.
  private static func unclaimed(
    _ headers: [String], _ specification: TableSpecification
  ) -> [String] {
    let columns = specification.columns.flatMap { [$0.name] + $0.headers }
    let claimed = Set([specification.keyName] + specification.keyHeaders + columns)
    return headers.filter { !claimed.contains($0) }
  }
}
