/// One word of a formula.
struct FormulaToken: Equatable {
  enum Kind: Equatable {
    case number(Double, Unit?)
    case text(String)
    /// A name; `isBracketed` tells `[SUM]` from `SUM`.
    case name(String, isBracketed: Bool)
    /// One of `+ - * / = <> < <= > >= ( ) , .`
    case symbol(String)
    case end
  }

  let kind: Kind
  /// The characters of the formula that it covers.
  let range: Range<Int>
}
