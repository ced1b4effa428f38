import TestSupport
import Testing

@testable import PolicyAnalysis

@Suite("Regression on drivers")
struct StandardsRegressionTests {
  /// The data of a file in `Tests/Cases/regression`: keys, the target `y`, the others as drivers.
  private static func subjects(_ name: String) throws -> ComparableSubjects {
    let lines = try ProjectFiles.text("Tests/Cases/regression/\(name).csv").split(separator: "\n")
      .map { $0.split(separator: ",").map(String.init) }
    let column = { (place: Int) in try lines.dropFirst().map { try #require(Double($0[place])) } }
    return ComparableSubjects(
      keys: lines.dropFirst().map { $0[0] }, targetName: "y", target: try column(1),
      drivers: try (2..<lines[0].count).map {
        Driver(name: lines[0][$0], values: .numbers(try column($0)))
      })
  }

  /// Subjects with keys by their places.
  private static func subjects(_ target: [Double], _ drivers: [(String, Driver.Values)])
    -> ComparableSubjects
  {
    ComparableSubjects(
      keys: target.indices.map { "s\(100 + $0)" }, targetName: "y", target: target,
      drivers: drivers.map { Driver(name: $0, values: $1) })
  }

  struct Certified: Sendable {
    let name: String
    let estimates: [Double]
    let errors: [Double]
    let residual: Double
    let rSquared: Double
  }

  // NIST StRD, linear least squares, Norris.dat and Longley.dat: certified values.
  static let certified = [
    Certified(
      name: "norris", estimates: [-0.262323073774029, 1.00211681802045],
      errors: [0.232818234301152, 0.429796848199937e-3], residual: 0.884796396144373,
      rSquared: 0.999993745883712),
    Certified(
      name: "longley",
      estimates: [
        -3482258.63459582, 15.0618722713733, -0.358191792925910e-1, -2.02022980381683,
        -1.03322686717359, -0.511041056535807e-1, 1829.15146461355,
      ],
      errors: [
        890420.383607373, 84.9149257747669, 0.334910077722432e-1, 0.488399681651699,
        0.214274163161675, 0.226073200069370, 455.478499142212,
      ], residual: 304.854073561965, rSquared: 0.995479004577296),
  ]

  @Test("certified values are reached to eleven digits", arguments: certified)
  func certifiedValues(expected: Certified) throws {
    let found = try DriverRegression(try Self.subjects(expected.name))
    #expect(found.coefficients.count == expected.estimates.count)
    for (index, coefficient) in found.coefficients.enumerated() {
      #expect(abs(coefficient.estimate / expected.estimates[index] - 1) < 1e-11)
      #expect(abs(coefficient.standardError / expected.errors[index] - 1) < 1e-11)
    }
    #expect(abs(found.residualStandardDeviation / expected.residual - 1) < 1e-11)
    #expect(abs((found.rSquared ?? 0) - expected.rSquared) < 1e-12)
    #expect(found.omitted.isEmpty)
  }

  @Test("a text driver alone gives the means of its texts, the first by its bytes the base")
  func texts() throws {
    // Means by hand: 乙 4 and 13, Z 3; "Z" comes before "乙" in UTF-8.
    let found = try DriverRegression(
      Self.subjects([3, 10, 5, 1, 16], [("class", .texts(["乙", "B", "乙", "乙", "B"]))]))
    #expect(found.bases == [RegressionTerm(driver: "class", text: "B")])
    #expect(
      found.coefficients.map(\.term) == [
        RegressionTerm(driver: nil, text: nil), RegressionTerm(driver: "class", text: "乙"),
      ])
    for (coefficient, expected) in zip(found.coefficients, [13.0, -10]) {
      #expect(abs(coefficient.estimate - expected) < 1e-12)
    }
    for (fitted, expected) in zip(found.fitted, [3.0, 13, 3, 3, 13]) {
      #expect(abs(fitted - expected) < 1e-12)
    }
    // Squares left: 0 + 4 + 4 and 9 + 9, with 5 - 2 degrees of freedom.
    #expect(abs(found.residualStandardDeviation - (26.0 / 3).squareRoot()) < 1e-12)
    #expect(found.degreesOfFreedom == 3)
    for (leverage, expected) in zip(found.leverages, [1.0 / 3, 0.5, 1.0 / 3, 1.0 / 3, 0.5]) {
      #expect(abs(leverage - expected) < 1e-12)
    }
  }

  @Test("a combination of earlier drivers is left out by name, and nothing else changes")
  func dependent() throws {
    let a = [1.0, 2, 4, 7, 9, 12]
    let c = [5.0, 1, 3, 2, 8, 4]
    let b = zip(a, c).map { 2 * $0 - 3 * $1 + 7 }
    let target = [3.0, 1, 4, 1, 5, 9]
    let with = try DriverRegression(
      Self.subjects(target, [("a", .numbers(a)), ("c", .numbers(c)), ("b", .numbers(b))]))
    let without = try DriverRegression(
      Self.subjects(target, [("a", .numbers(a)), ("c", .numbers(c))]))
    #expect(
      with.omitted == [
        OmittedTerm(term: RegressionTerm(driver: "b", text: nil), reason: .dependent)
      ])
    #expect(with.coefficients == without.coefficients)
    #expect(with.fitted == without.fitted)
    #expect(with.degreesOfFreedom == 3)
  }

  @Test("texts that stand for groups of other texts are left out one by one")
  func nested() throws {
    let district = ["a1", "a1", "a2", "a2", "b1", "b1", "b2", "b2"]
    let region = district.map { String($0.prefix(1)) }
    let found = try DriverRegression(
      Self.subjects(
        [1, 2, 3, 4, 5, 6, 7, 9], [("district", .texts(district)), ("region", .texts(region))]))
    #expect(
      found.omitted == [
        OmittedTerm(term: RegressionTerm(driver: "region", text: "b"), reason: .dependent)
      ])
    for (fitted, expected) in zip(found.fitted, [1.5, 1.5, 3.5, 3.5, 5.5, 5.5, 8, 8]) {
      #expect(abs(fitted - expected) < 1e-12)
    }
  }

  @Test("constant drivers are left out, whatever rounding makes of them")
  func constant() throws {
    let found = try DriverRegression(
      Self.subjects(
        [1, 2, 3, 6],
        [
          ("same", .numbers([0.1, 0.1, 0.1, 0.1])),
          ("nearly", .numbers([1e9, 1e9 + 1e-6, 1e9, 1e9])),
          ("city", .texts(["x", "x", "x", "x"])),
        ]))
    #expect(found.omitted.map(\.term.driver) == ["same", "nearly", "city"])
    #expect(found.omitted.allSatisfy { $0.reason == .constant })
    #expect(found.coefficients.count == 1)
    #expect(abs(found.coefficients[0].estimate - 3) < 1e-12)
    #expect(found.rSquared ?? 1 < 1e-12)
  }

  @Test("a constant target has no share to explain")
  func constantTarget() throws {
    let found = try DriverRegression(
      Self.subjects([5, 5, 5, 5], [("a", .numbers([1, 2, 3, 5]))]))
    #expect(found.rSquared == nil)
    #expect(found.fitted.allSatisfy { abs($0 - 5) < 1e-12 })
  }

  @Test("there must be more subjects than coefficients", arguments: 1...4)
  func tooFew(count: Int) {
    let texts = ["a", "b", "c", "d"].prefix(count)
    let subjects = Self.subjects(
      (0..<count).map(Double.init),
      [("class", .texts(Array(texts))), ("size", .numbers((0..<count).map { Double($0 * $0) }))])
    let error = #expect(throws: StandardsError.self) { try DriverRegression(subjects) }
    #expect(
      error?.description.hasPrefix(
        "\(count) subject\(count == 1 ? "" : "s") cannot carry \(count + 1) coefficients") == true)
  }

  @Test("units of a driver and numbers far apart do not matter", arguments: [1e-9, 1, 1e9])
  func scales(unit: Double) throws {
    let a = [1.0, 2, 4, 7, 9, 12]
    let target = [3.0, 1, 4, 1, 5, 9]
    let plain = try DriverRegression(Self.subjects(target, [("a", .numbers(a))]))
    let scaled = try DriverRegression(
      Self.subjects(target, [("a", .numbers(a.map { $0 * unit }))]))
    for (one, other) in zip(plain.fitted, scaled.fitted) { #expect(abs(one - other) < 1e-12) }
    #expect(
      abs(scaled.coefficients[1].estimate * unit / plain.coefficients[1].estimate - 1) < 1e-12)
  }

  @Test("leverages add up to the number of coefficients, and residuals to nothing")
  func sums() throws {
    let found = try DriverRegression(try Self.subjects("longley"))
    #expect(abs(found.leverages.reduce(0, +) - 7) < 1e-9)
    #expect(abs(found.residuals.reduce(0, +)) < 1e-7)
  }

  @Test("numbers as large as are taken keep their digits", arguments: [1e-20, 1e100])
  func extremes(size: Double) throws {
    let found = try DriverRegression(
      Self.subjects(
        [2, 4, 6, 9].map { $0 / 10 * size }, [("a", .numbers([1, 2, 3, 4].map { $0 / 10 * size }))])
    )
    // Slope 2.3 and mean 5.25 at 2.5, by hand.
    #expect(abs(found.coefficients[1].estimate - 2.3) < 1e-12)
    #expect(abs(found.coefficients[0].estimate / size + 0.05) < 1e-12)
    #expect(abs((found.rSquared ?? 0) - 26.45 / 26.75) < 1e-12)
  }
}
