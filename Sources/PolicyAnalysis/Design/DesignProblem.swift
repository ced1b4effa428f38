import Diagnostics

/// What a policy is to be changed to: which of its numbers may move, and what must hold.
public struct DesignProblem: Sendable {
  /// A person who is named.
  public struct Person: Sendable {
    /// The key.
    public let key: String
    /// Where it stands in the file.
    let location: SourceLocation
  }

  /// What must hold.
  public enum Requirement: Sendable {
    /// What is paid in all is not above this.
    case payroll(atMost: Double)
    /// At most so many get a lower grade than now.
    case losers(grade: String, atMost: Int)
    /// The least share, in any group of a column, of people in some bands is at least this part of the
    /// largest; groups under five are left out.
    case ratio(grade: String, bands: [String], column: String, atLeast: Double)
    /// One person's published final is not below another's.
    case ahead(Person, of: Person)
    /// A person's grade is not lower than now.
    case keep(grade: String, Person)
    /// The consistency ratio of all judgements that may move is below this.
    case consistency(below: Double)
  }

  /// A requirement with the name that the author gave it.
  public struct Named: Sendable {
    /// The name.
    public let name: String
    /// What must hold.
    public let requirement: Requirement
  }

  /// How weights that are numbers may move.
  public struct WeightMoves: Sendable, Equatable {
    /// The most that one may change.
    public let most: Double
    /// The size of a step; nil where any weights may be.
    public let step: Double?
  }

  /// A parameter with the values that it may have.
  public struct ParameterMoves: Sendable, Equatable {
    /// Where it stands in the policy.
    public let path: String
    /// The values, ascending, without that which it has.
    public let values: [Double]
  }

  /// Its name.
  public let name: String
  /// The most steps that each judgement of the dimensions may take; nil where none may.
  public let judgementSteps: Int?
  /// How weights that are numbers may move; nil where they may not.
  public let weights: WeightMoves?
  /// The parameters that may move.
  public let parameters: [ParameterMoves]
  /// What must hold.
  public let requirements: [Named]
}
