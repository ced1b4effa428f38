import ScoringPlan
import TestSupport
import Testing

@Suite("The plan is plain data")
struct PlainPlanTests {
  @Test(
    "A plan is made of numbers, truths, texts and what holds them: no closure, no class",
    arguments: 0..<20 as Range<UInt64>)
  func plain(seed: UInt64) throws {
    let others = Self.others(in: try RandomPolicy(seed: seed).plan())
    #expect(others.isEmpty)
  }

  @Test("A closure and an object are found wherever they stand")
  func found() {
    final class Box {}
    let closure: @Sendable (Int) -> Int = { $0 }
    let value = ["a": [(1, Optional(closure))]]
    #expect(Self.others(in: value).count == 1)
    #expect(Self.others(in: (1, Box())).count == 1)
    #expect(Self.others(in: [1.5, 2]).isEmpty)
  }

  /// The types of what is no plain data in a value.
  private static func others(in value: Any) -> [String] {
    switch value {
    case is Double, is Int, is UInt8, is Bool, is String: return []
    default: break
    }
    let mirror = Mirror(reflecting: value)
    guard let style = mirror.displayStyle, style != .class else { return ["\(type(of: value))"] }
    return mirror.children.flatMap { others(in: $0.value) }
  }
}
