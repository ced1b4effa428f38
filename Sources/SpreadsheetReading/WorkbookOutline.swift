/// What the main part of a workbook says: its sheets, and how it counts days.
final class WorkbookOutline: XMLHandler {
  private(set) var sheets: [Sheet] = []
  private(set) var uses1904Dates = false
  private(set) var recalculatesOnLoad = false
  private let file: String
  private let relations: RelationList
  private let part: String
  private var isWorkbook = false

  init(_ part: String, in archive: WorkbookPackage, relations: RelationList)
    throws(SpreadsheetError)
  {
    (self.part, self.relations, file) = (part, relations, archive.file)
    try XMLStream.read(archive.open(part, limits: .structure), handler: self)
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SpreadsheetError) {
    if !isWorkbook {
      guard name.isSpreadsheet("workbook") else {
        throw .otherFormat(file: file, found: "an Office file that holds no workbook")
      }
      isWorkbook = true
    } else if name.isSpreadsheet("workbookPr") {
      uses1904Dates = attributes.isTrue("date1904")
    } else if name.isSpreadsheet("calcPr") {
      recalculatesOnLoad = attributes.isTrue("fullCalcOnLoad")
    } else if name.isSpreadsheet("sheet") {
      try addSheet(attributes)
    }
  }

  private func addSheet(_ attributes: XMLAttributes) throws(SpreadsheetError) {
    let name = attributes.text("name") ?? ""
    guard let id = attributes.relation,
      let relation = relations.relations.first(where: { $0.id == id })
    else { throw .missingPart(file: file, part: "of sheet \"\(name)\"") }
    // Sheets of charts, of dialogs and of old macros have no cells of data.
    guard relation.kind == "worksheet" else { return }
    let isHidden = attributes["state"].map { !$0.equals("visible") } ?? false
    sheets.append(Sheet(name: name, isHidden: isHidden, part: relation.target))
  }
}
