// Makes retailers.csv again: swift generate.swift > retailers.csv

/// SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195).
var state: UInt64 = 2016
func next() -> Double {
  state &+= 0x9E37_79B9_7F4A_7C15
  var mixed = state
  mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
  mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
  return Double((mixed ^ (mixed >> 31)) >> 11) * 0x1p-53
}

/// Nearly normal with mean 0 and deviation 1: twelve uniform numbers less 6.
func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + next() } }

/// One of the texts, by shares that sum to 1.
func pick(_ shares: [(String, Double)]) -> String {
  var rest = next()
  for (text, share) in shares {
    rest -= share
    if rest < 0 { return text }
  }
  return shares[shares.count - 1].0
}

func decimals(_ number: Double, _ count: Int) -> String {
  let scale = count == 2 ? 100.0 : 1
  let whole = Int((number * scale).rounded())
  if count == 0 { return "\(whole)" }
  let part = whole % 100
  return "\(whole / 100).\(part < 10 ? "0" : "")\(part)"
}

// Lines 1 to 4 lie mostly in the city, 5 to 8 in towns, 9 to 11 in villages.
let regions: [[(String, Double)]] = [
  [("urban", 0.85), ("town", 0.15)],
  [("urban", 0.10), ("town", 0.70), ("village", 0.20)],
  [("town", 0.25), ("village", 0.75)],
]
let classes = [
  "urban": [("A", 0.20), ("B", 0.25), ("C", 0.30), ("D", 0.15), ("E", 0.10)],
  "town": [("A", 0.08), ("B", 0.17), ("C", 0.35), ("D", 0.25), ("E", 0.15)],
  "village": [("A", 0.02), ("B", 0.08), ("C", 0.30), ("D", 0.35), ("E", 0.25)],
]
let classOrder = ["A": 120.0, "B": 85, "C": 55, "D": 35, "E": 20]
let classWidth = ["A": 9.0, "B": 6.5, "C": 4, "D": 2, "E": 0]
let regionWidth = ["urban": 5.0, "town": 2.5, "village": 0]

print("retailer,line,region,class,monthly_order,stock_ratio,brand_width")
for line in 1...11 {
  // What the line's manager adds or misses, which the drivers do not explain.
  let effort = 1.2 * normal()
  for place in 1...(line <= 8 ? 96 : 95) {
    let region = pick(regions[line <= 4 ? 0 : line <= 8 ? 1 : 2])
    let grade = pick(classes[region]!)
    let order = (classOrder[grade]! * max(0.4, 1 + 0.25 * normal())).rounded()
    let stock = max(0.3, 1.1 + 0.35 * normal())
    let width =
      8 + regionWidth[region]! + classWidth[grade]! + 0.05 * order - 1.5 * (stock - 1.1)
      + effort + 2.2 * normal()
    let name = "L\(line < 10 ? "0" : "")\(line)"
    let number = place < 10 ? "00\(place)" : "0\(place)"
    print(
      "\(name)-\(number),\(name),\(region),\(grade),\(decimals(order, 0)),\(decimals(stock, 2)),"
        + decimals(max(width, 3), 0))
  }
}
