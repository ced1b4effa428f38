/// What the styles of a workbook make of numbers.
final class StyleSheet: XMLHandler {
  /// By the number of the style that a cell names.
  private(set) var formats: [NumberFormat] = []
  private var custom: [Int: NumberFormat] = [:]
  private var ids: [Int] = []
  private var isInCellFormats = false

  /// Styles where there are none.
  init() {}

  init(_ part: PackagePart) throws(SpreadsheetError) {
    try XMLStream.read(part, handler: self)
    // A program may write formats of its own under the numbers of built-in ones.
    formats = ids.map { custom[$0] ?? NumberFormat(builtIn: $0) }
  }

  /// What a style makes of a number.
  func format(of style: Int) -> NumberFormat {
    formats.indices.contains(style) ? formats[style] : .number
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SpreadsheetError) {
    if name.isSpreadsheet("cellXfs") {
      isInCellFormats = true
    } else if isInCellFormats, name.isSpreadsheet("xf") {
      ids.append(attributes.text("numFmtId").flatMap { Int($0) } ?? 0)
    } else if name.isSpreadsheet("numFmt"),
      let id = attributes.text("numFmtId").flatMap({ Int($0) }),
      let code = attributes.text("formatCode"), custom[id] == nil
    {
      custom[id] = NumberFormat(code: code)
    }
  }

  func end(_ name: XMLName) throws(SpreadsheetError) {
    if name.isSpreadsheet("cellXfs") { isInCellFormats = false }
  }
}
