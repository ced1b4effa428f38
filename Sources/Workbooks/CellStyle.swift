/// How a cell looks.
struct CellStyle: Hashable {
  /// What a line over or a colour behind a cell says.
  enum Role: Hashable {
    /// A cell like most.
    case plain
    /// The head of a column.
    case heading
    /// A part that has parts of its own.
    case part
    /// A sum.
    case sum
    /// The title of a sheet.
    case title
  }

  /// The role of the cell.
  var role = Role.plain
  /// The format of numbers; of texts `@`, so that they stay texts when someone edits them.
  var numberFormat: String?
  /// Whether long text is broken into lines.
  var wraps = false
  /// Whether long text runs on over the cells to its right instead of widening its column.
  var runsOn = false
  /// Whether text stands a little away from the left edge, as after a column of numbers.
  var isIndented = false
  /// Whether text stands at the right edge, as numbers do.
  var alignsRight = false

  /// The heading of a column of cells like this.
  var columnHeading: CellStyle {
    if isIndented { return .indentedHeading }
    return numberFormat == nil || numberFormat == "@" ? .heading : .numberHeading
  }

  /// Text that stays text.
  static let text = CellStyle(numberFormat: "@")
  /// Text that stays text, after a column of numbers.
  static let indentedText = CellStyle(numberFormat: "@", isIndented: true)
  /// Prose, broken into lines.
  static let prose = CellStyle(wraps: true)
  /// Prose after a column of numbers.
  static let indented = CellStyle(wraps: true, isIndented: true)
  /// A heading over prose after a column of numbers.
  static let indentedHeading = CellStyle(role: .heading, wraps: true, isIndented: true)
  /// A heading over numbers, at their right edge.
  static let numberHeading = CellStyle(role: .heading, wraps: true, alignsRight: true)
  /// A line of text over several columns.
  static let line = CellStyle(runsOn: true)
  /// A heading of a column.
  static let heading = CellStyle(role: .heading, wraps: true)
  /// The title of a sheet.
  static let title = CellStyle(role: .title, runsOn: true)

  /// A number shown with so many decimals; it is kept in full.
  static func number(_ decimals: Int, isMoney: Bool = false) -> CellStyle {
    let whole = isMoney ? "#,##0" : "0"
    let fraction = decimals > 0 ? "." + String(repeating: "0", count: decimals) : ""
    return CellStyle(numberFormat: whole + fraction)
  }

  /// The same in another role.
  func `as`(_ role: Role) -> CellStyle {
    var style = self
    style.role = role
    return style
  }

  /// How many decimals numbers are shown with.
  var decimals: Int {
    numberFormat.flatMap { format in
      format.firstIndex(of: ".").map { format.distance(from: $0, to: format.endIndex) - 1 }
    } ?? 0
  }
}
