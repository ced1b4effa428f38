import DataImport

/// A cell, and what must become of it.
struct RepairCase: Sendable, CustomStringConvertible {
  let form: ColumnForm
  let cell: String
  let expected: CellOutcome

  var description: String { "\(form.kind.rawValue) \"\(cell)\"" }
}

extension CellOutcome {
  static func fixed(_ text: String, _ rules: RepairRule...) -> CellOutcome { .fixed(text, rules) }
}

extension ColumnForm {
  static let text = ColumnForm(.text)
  static let identifier = ColumnForm(.identifier)
  static let truth = ColumnForm(.truth)
  static let date = ColumnForm(.date)
  static let period = ColumnForm(.period)
  static let plain = ColumnForm(.number)
  static let yuan = ColumnForm(.number, unit: .yuan)
  static let tenThousand = ColumnForm(.number, unit: .tenThousandYuan)
  static let ratio = ColumnForm(.number, unit: .ratio)
  static let percent = ColumnForm(.number, unit: .percent)
  static let people = ColumnForm(.number, unit: .other("person"))

  /// The form with something decided.
  func with<Value>(_ path: WritableKeyPath<ColumnForm, Value>, _ value: Value) -> ColumnForm {
    var form = self
    form[keyPath: path] = value
    return form
  }
}

/// The cells of one form.
func cells(_ form: ColumnForm, _ outcomes: [(String, CellOutcome)]) -> [RepairCase] {
  outcomes.map { RepairCase(form: form, cell: $0.0, expected: $0.1) }
}

/// Cells of one form that all have the same outcome.
func cells(_ form: ColumnForm, _ texts: [String], _ outcome: CellOutcome) -> [RepairCase] {
  texts.map { RepairCase(form: form, cell: $0, expected: outcome) }
}
