/// The JSON of `analyze incentives --id --column`.
struct IncentiveCurveDocument: Encodable {
  let key: String
  let column: String
  let row: Int?
  let unit: String?
  let points: [Point]

  struct Point: Encodable {
    let value: Double
    let final: Double?
    let grades: [String: String]
    let pay: Double?
    let own: Bool
  }
}
