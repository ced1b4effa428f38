import PolicyAnalysis

/// A response as one small line of blocks: the higher, the more people it moves; a bar where the number is
/// now, and a cross where the policy cannot have the value.
struct Spark {
  private static let blocks = Array("▁▂▃▄▅▆▇█")

  let text: String

  /// - Parameter byGrades: whether heights are grades that change, or else mean shifts of ranks.
  init(_ response: NumberResponse, byGrades: Bool) {
    let heights = response.points.map { point in
      point.effect.map { byGrades ? Double($0.gradeChanges ?? 0) : $0.meanRankShift }
    }
    let highest = heights.compactMap(\.self).max() ?? 0
    text = String(
      zip(response.points, heights).map { point, height -> Character in
        guard let height else { return "×" }
        if point.isPresent { return "│" }
        guard highest > 0 else { return Self.blocks[0] }
        return Self.blocks[Int((height / highest * Double(Self.blocks.count - 1)).rounded())]
      })
  }
}
