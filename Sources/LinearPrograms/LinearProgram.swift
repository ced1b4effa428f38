/// A linear program, some of whose variables may have to be whole numbers: the least cost that values
/// within bounds can have.
///
/// Solved by GLPK, the GNU Linear Programming Kit, https://www.gnu.org/software/glpk/: without whole
/// numbers by the simplex method, requirements being met to 1e-11 of their bounds
/// where that can be had.
public struct LinearProgram: Sendable {
  /// One number to be found, by its place among all.
  public struct Variable: Hashable, Sendable {
    /// The place.
    public let index: Int
  }

  /// A variable with what it is multiplied by.
  public struct Term: Sendable {
    /// The variable.
    public let variable: Variable
    /// The factor.
    public let coefficient: Double

    /// A term; the factor must be finite.
    public init(_ variable: Variable, _ coefficient: Double) {
      (self.variable, self.coefficient) = (variable, coefficient)
    }
  }

  var lower: [Double] = []
  var upper: [Double] = []
  var costs: [Double] = []
  var isInteger: [Bool] = []
  var rows: [(terms: [Term], bounds: ClosedRange<Double>)] = []
  /// The most nodes of the search for whole numbers; with as many the answer is the same on every
  /// machine, where a limit in seconds would not be.
  public var nodeLimit = 20_000

  /// A program without variables.
  public init() {}

  /// Adds a variable that costs `cost` for each unit; bounds may be infinite, and are whole numbers
  /// where the variable must be.
  public mutating func add(
    in bounds: ClosedRange<Double>, cost: Double = 0, isInteger: Bool = false
  ) -> Variable {
    precondition(!bounds.lowerBound.isNaN && cost.isFinite, "bounds and costs are numbers")
    precondition(
      !isInteger || [bounds.lowerBound, bounds.upperBound].allSatisfy { $0 == $0.rounded() },
      "bounds of whole numbers are whole")
    lower.append(bounds.lowerBound)
    upper.append(bounds.upperBound)
    costs.append(cost)
    self.isInteger.append(isInteger)
    return Variable(index: lower.count - 1)
  }

  /// Requires that a sum lies within bounds, which may be infinite; a variable may stand in several
  /// terms.
  public mutating func require(_ terms: [Term], in bounds: ClosedRange<Double>) {
    precondition(terms.allSatisfy { $0.coefficient.isFinite }, "coefficients are finite")
    precondition(
      terms.allSatisfy { lower.indices.contains($0.variable.index) },
      "variables are of this program")
    rows.append((terms, bounds))
  }
}
