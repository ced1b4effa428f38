/// The unit that a header says, in any of the ways in which headers do.
enum HeaderUnit {
  /// The unit of `存款(万元)`, `金额:元`, `存款_万元` or `完成率%`; nil where there is none.
  ///
  /// `isInBrackets` tells whether the importer sees it by itself.
  static func find(_ header: String) -> (unit: CellUnit, isInBrackets: Bool)? {
    if let unit = HeaderName(header).unit { return (unit, true) }
    for separator in [":", "：", "_", "-", "/", " "] {
      guard let tail = header.split(separator: separator).last.map(String.init), tail != header
      else { continue }
      let name = tail.filter { !$0.isWhitespace }
      if let unit = CellUnit(spelled: name), isCertain(unit) { return (unit, false) }
    }
    if let last = header.last, last == "%" || last == "％" { return (.percent, false) }
    return nil
  }

  /// Words such as 人 or 年 behind a sign may be part of the name.
  private static func isCertain(_ unit: CellUnit) -> Bool { unit.isMoney || unit.isShare }
}
