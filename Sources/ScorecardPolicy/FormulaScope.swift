/// The names that a formula may use.
struct FormulaScope {
  /// A value that a name stands for.
  struct Entry {
    let reference: ValueReference
    let type: ValueType
    let unit: Unit?
    /// Whether a bare number in its formula may have had a unit of its own.
    var isScaled = false
    /// The texts that it can have; empty when any.
    var texts: [String] = []
  }

  /// The values of the row that the formula is evaluated for.
  var values: [String: Entry] = [:]
  /// The values of the rows of detail tables, by table; only the subject table sees them.
  var details: [String: [String: Entry]] = [:]
  /// The detail tables whose rows have an order.
  var orderedTables: Set<String> = []
  /// The scores of measures by dimension, once they are there.
  var measures: [String: [String: Entry]] = [:]
  /// Whether formulas may look at the population; those of detail rows may not.
  var seesPopulation = false
  /// How finely ranks compare unless a formula says so.
  var decimals = 2
  /// Names of what is computed later than this formula, with what each is, such as `a grade`.
  var later: [String: String] = [:]
  /// The named parameters with their units.
  var parameters: [String: Unit?] = [:]
  var curves: [CurveKind: Set<String>] = [:]
  var lookups: Set<String> = []
  /// The units of curves' arguments by their paths, where the policy's points name one.
  var argumentUnits: [String: Unit] = [:]
  /// The units of the values of curves and lookups by their paths, where the policy names one.
  var valueUnits: [String: Unit] = [:]

  /// Names that stand for two things, with what they are.
  var ambiguous: [String: String] = [:]

  /// The name of the subject table.
  var subjectTable: String?
  /// Whether all values are known; not so when the subject table itself is at fault.
  var isComplete = true
  /// Names that are declared with a fault of their own, which is reported where it stands.
  var broken: Set<String> = []

  /// Adds a value of the scorecard, unless a value of the table has its name.
  mutating func declare(
    _ name: String, _ source: ValueReference.Source, type: ValueType, unit: Unit?,
    texts: [String] = []
  ) {
    if values[name] != nil {
      ambiguous[name] = "both a value of the table and a part of the scorecard"
    } else {
      values[name] = Entry(
        reference: ValueReference(source: source, name: name), type: type, unit: unit,
        texts: texts)
      later[name] = nil
    }
  }

  /// Every name that could have been meant where a value is expected.
  var valueNames: [String] { values.keys.sorted() + parameters.keys.sorted() }

  /// What the condition of SUMIF and its like sees: one row of a detail table, and what belongs to
  /// no row.
  func ofDetailRow(_ table: String) -> FormulaScope {
    var row = self
    row.values = details[table] ?? [:]
    row.isComplete = true
    (row.details, row.measures, row.later, row.ambiguous) = ([:], [:], [:], [:])
    return row
  }
}
