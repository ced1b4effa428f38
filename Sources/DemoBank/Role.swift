/// What a customer manager mainly sells; written as a code, in every language the same.
enum Role: String {
  case corporate
  case personal
  case wealth

  static func draw(using generator: inout SeededGenerator) -> Role {
    [.corporate, .personal, .wealth][generator.index(weights: [0.35, 0.45, 0.20])]
  }
}
