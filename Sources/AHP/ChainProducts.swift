/// The values of missing judgements where comparisons form a tree: the product along the one chain that
/// leads from row to column.
struct ChainProducts {
  /// In the order of the graph's missing pairs.
  let values: [Double]

  /// O(n) for each missing pair.
  init(_ given: IncompleteMatrix) {
    var (parents, depths) = ([Int: Int](), [0: 0])
    for (node, parent) in given.graph.spanningTree {
      parents[node] = parent
      depths[node] = (depths[parent] ?? 0) + 1
    }
    values = given.graph.missing.map { pair in
      let chain = Self.chain(pair.first, pair.second, parents, depths)
      return Self.product(zip(chain, chain.dropFirst()).compactMap { given.judgement($0, $1) })
    }
  }

  /// The nodes from one to the other.
  private static func chain(
    _ one: Int, _ other: Int, _ parents: [Int: Int], _ depths: [Int: Int]
  ) -> [Int] {
    var (ascent, descent) = ([one], [other])
    while let left = ascent.last, let right = descent.last, left != right {
      if depths[left] ?? 0 >= depths[right] ?? 0, let parent = parents[left] {
        ascent.append(parent)
      } else if let parent = parents[right] {
        descent.append(parent)
      }
    }
    return ascent + descent.dropLast().reversed()
  }

  /// Whole numbers and their reciprocals multiply without rounding, as long as doubles hold them.
  private static func product(_ judgements: [Judgement]) -> Double {
    let product = judgements.reduce(1.0) { product, judgement in
      judgement.value >= 1 ? product * judgement.value : product / judgement.reciprocalValue
    }
    if product.isNormal { return product }
    return exponential(judgements.reduce(0) { $0 + $1.logarithm })
  }
}
