/// Something known of every subject that makes a higher or lower plan fair, such as its region.
struct Driver: Sendable, Equatable {
  /// A driver's value for each subject.
  enum Values: Sendable, Equatable {
    /// Amounts, in the unit of the file.
    case numbers([Double])
    /// Names of groups; equal when their UTF-8 bytes are.
    case texts([String])
  }

  /// The driver's column.
  let name: String
  /// One value for each subject.
  let values: Values

  /// The numbers; empty when the driver is a text.
  var numbers: [Double] {
    if case .numbers(let numbers) = values { numbers } else { [] }
  }

  var count: Int {
    switch values {
    case .numbers(let numbers): numbers.count
    case .texts(let texts): texts.count
    }
  }
}
