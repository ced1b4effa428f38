/// How the cells of one column are made: plain numbers and places in a bank's lists, so that a row is
/// made without touching a reference.
struct ColumnRecipe: Sendable {
  enum Kind: Sendable {
    /// A number or date of a distribution.
    case drawn
    /// A number column of the row times an attainment.
    case attains
    /// A part of a subject's number times an attainment.
    case splits
    /// One of a few numbers.
    case number
    /// One of a few texts.
    case text
    /// A number, date or period that goes on from row to row.
    case counting
    /// A number with leading zeros, each given once.
    case digits
    case branch
    case region
    case person
    case truth
  }

  /// How a value is written.
  enum Form: Sendable {
    case number
    case text
    case truth
    case date
    case period
  }

  var kind: Kind
  var form: Form
  /// Where the marginal's values begin, or the first choice.
  var start = 0
  /// How many choices there are.
  var count = 0
  /// The column of the row that is multiplied, or of the subject that is split; -1 for none.
  var reference = -1
  /// How much of the deviation is the person's, and how much the cell's own.
  var loading = 0.0
  var residual = 1.0

  // MARK: Numbers

  /// Whole numbers of the last written place in one of the column's unit.
  var scale = 1.0
  /// The decimals of the file, and what a whole number of places is multiplied by before.
  var places = 0
  var factor = 1
  /// The bounds, in whole numbers of the last place.
  var least = Int.min / 2
  var most = Int.max / 2
  /// The first number of counting, the digits of a number with leading zeros.
  var first = 0
  var digits = 0

  // MARK: Events

  /// Whether anything of what follows can happen.
  var hasEvents = false
  /// Shares of 2^32.
  var windfall: UInt32 = 0
  var negative: UInt32 = 0
  var zero: UInt32 = 0
  var blank: UInt32 = 0
  /// The text column that decides whether there is a number; -1 for none. Bit k stands for choice k.
  var onlyColumn = -1
  var onlyChoices: UInt64 = 0
  /// Whether a cell without a number is blank instead of 0.
  var isBlankWithout = false
  /// The share that makes TRUE, of 2^32.
  var share: UInt32 = 0

  /// Whether rows of one subject must differ in this column or in others like it.
  var isDistinct = false
}
