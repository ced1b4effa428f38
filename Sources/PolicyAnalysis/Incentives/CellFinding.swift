/// What was found about one cell.
struct CellFinding {
  /// A jump within a step of the cell.
  struct Jump {
    /// The unit on whose better side the other value holds.
    let threshold: Int64
    /// Whether it lies ahead in the better direction.
    let isAhead: Bool
    /// By how much the outcome changes in the better direction.
    let gain: Double
    let changesEligibility: Bool
  }

  let row: Int
  let subject: Int
  let own: Int64
  var region: IncentiveRegion
  /// What was tried for the region: how far the next change is, for who waits or loses; in units.
  var next: Int64?
  /// How far it is from the region's edge, in units.
  var distance: Int64?
  var jumps: [Jump] = []
  /// The nearest number that leads to a better band, and that band.
  var step: (to: Int64, band: Int)?
  /// The band now.
  var band = 0
  var cause: IncentiveCause?
}
