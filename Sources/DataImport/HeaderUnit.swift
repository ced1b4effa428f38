/// The unit that a header says, in any of the ways in which headers do.
enum HeaderUnit {
  /// The unit of `存款(万元)`, `金额:元`, `存款_万元` or `完成率%`; nil where there is none.
  ///
  /// `isInBrackets` tells whether the importer sees it by itself.
  static func find(_ header: String) -> (unit: CellUnit, isInBrackets: Bool)? {
    if let unit = HeaderName(header).unit { return (unit, true) }
    // Of two rows of headers the upper one may have it, as in 存款(元) 日均.
    if let (_, unit) = inner(header) { return (unit, false) }
    for separator in [":", "：", "_", "-", "/", " "] {
      guard let tail = header.split(separator: separator).last.map(String.init), tail != header
      else { continue }
      let name = tail.filter { !$0.isWhitespace }
      if let unit = CellUnit(spelled: name), isCertain(unit) { return (unit, false) }
    }
    if let last = header.last, last == "%" || last == "％" { return (.percent, false) }
    return nil
  }

  /// A header without a unit in brackets, wherever they stand.
  static func without(_ header: String) -> String {
    guard let (place, _) = inner(header) else { return header }
    return "\(header[..<place.lowerBound])\(header[place.upperBound...])"
  }

  private static func inner(_ header: String) -> (place: Range<String.Index>, unit: CellUnit)? {
    var rest = header[...]
    while let opening = rest.firstIndex(where: { "([（【〔".contains($0) }),
      let closing = rest[opening...].firstIndex(where: { ")]）】〕".contains($0) })
    {
      // Of several openings before it the last one counts, so that none of them needs another look.
      if let unit = HeaderName("x" + rest[opening...closing]).unit {
        return (opening..<header.index(after: closing), unit)
      }
      rest = rest[rest.index(after: closing)...]
    }
    return nil
  }

  /// Words such as 人 or 年 behind a sign may be part of the name.
  private static func isCertain(_ unit: CellUnit) -> Bool { unit.isMoney || unit.isShare }
}
