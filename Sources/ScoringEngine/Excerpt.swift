/// Some subjects of a population with all that was read of them.
final class Excerpt: Sendable {
  /// Those subjects alone, and the rows of no subject that are rejected.
  let population: Population
  private let places: [Int: Int]

  /// - Parameter subjects: who they are in the whole population, in order.
  init(_ population: Population, subjects: [Int]) {
    self.population = population
    places = Dictionary(uniqueKeysWithValues: zip(subjects, 0...))
  }

  /// The place of a subject of the whole population.
  func place(of subject: Int) -> Int? { places[subject] }
}
