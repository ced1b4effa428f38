/// What a cell gives with another number in it; nil where the person would be rejected.
struct CellLook {
  let units: Int64
  let response: IncentiveResponse?
}
