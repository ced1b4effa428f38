import ColumnStore

/// The bytes of the texts of a scored population as they lie in memory; valid only within the call that
/// made it.
public struct CodedTexts {
  /// The texts of the population and how many they are, then those that only the plan names.
  let population: TextView
  let populationCount: Int32
  let plan: TextView

  /// The bytes of a code's text.
  public subscript(code: Int32) -> UnsafeBufferPointer<UInt8> {
    code < populationCount ? population[code] : plan[code - populationCount]
  }
}
