import ColumnStore
import ScorecardPolicy

/// Made-up data for a policy: its tables for so many subjects, the same for the same seed on every
/// machine, whatever the number of threads.
///
/// People stand in order of their keys, those of one branch together, and a bank's first people are
/// those of any larger bank of the same seed. Memory does not grow with the size.
public struct SyntheticBank: Sendable {
  /// How many subjects there are.
  public let size: Int
  /// The level of dirt, from 0 to 4.
  let dirt: Int
  private let recipe: BankRecipe
  private let streams: Streams
  private let layout: BranchLayout
  private let layers: [DirtLayer]

  /// A bank of `size` subjects; `dirt` is from 0 to 4.
  ///
  /// - Throws: when hints leave a table no rows that the policy would take.
  public init(
    _ policy: Policy, size: Int, seed: UInt64, dirt: Int = 0
  ) throws(SyntheticBankError) {
    precondition(size >= 0 && (0...4).contains(dirt), "no such bank")
    let recipe = try RecipeCompiler.recipe(policy)
    let streams = Streams(seed: seed)
    self.size = size
    self.dirt = dirt
    self.recipe = recipe
    self.streams = streams
    layout = BranchLayout(streams)
    let use = PolicyUse(policy)
    layers =
      dirt == 0
      ? []
      : policy.tables.indices.map { DirtLayer(dirt, table: $0, policy, recipe, use, seed: seed) }
  }

  /// The names of the files: one for each table, then `notice.txt`, then with dirt `truth.jsonl`.
  public var fileNames: [String] {
    recipe.tables.map { "\($0.name).csv" } + [Self.noticeFile] + (dirt > 0 ? [Self.truthFile] : [])
  }

  /// The name of the file that says what the others are.
  static let noticeFile = "notice.txt"
  /// The name of the file that lists every fault.
  public static let truthFile = "truth.jsonl"

  /// What was written.
  public struct Contents: Sendable, Equatable {
    /// For each table its name and how many rows it has.
    public var rows: [(table: String, count: Int)]
    /// How many faults were put in.
    public var faultCount = 0
    /// The bytes of all files.
    public var byteCount = 0

    /// Whether two banks have the same size and dirt.
    public static func == (left: Contents, right: Contents) -> Bool {
      left.rows.map(\.count) == right.rows.map(\.count) && left.faultCount == right.faultCount
        && left.byteCount == right.byteCount
    }
  }

  /// Makes all files piece by piece and hands over each piece with the index of its file in
  /// `fileNames`; pieces of a file come in order.
  ///
  /// Linear in rows; about two megabytes for each thread. `progress` gets how many people are done.
  public func make<Failure: Error>(
    threads: Int, progress: ((Int) -> Void)? = nil,
    write: (_ file: Int, _ bytes: [UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> Contents {
    var assembly = BankAssembly(recipe, layers)
    for piece in assembly.beginning() { try write(piece.file, piece.bytes) }
    var people = 0
    let (recipe, streams, layout, layers, size) = (recipe, streams, layout, layers, size)
    let blocks = (size + BranchLayout.blockSize - 1) / BranchLayout.blockSize
    try OrderedWork<BankChunk>.run(
      count: blocks, threads: max(1, threads),
      worker: {
        let maker = ChunkMaker(recipe, streams, layout, layers, size: size)
        return { maker.chunk($0) }
      },
      consume: { (chunk) throws(Failure) in
        for piece in assembly.add(chunk) { try write(piece.file, piece.bytes) }
        people += chunk.people
        progress?(people)
      })
    for piece in assembly.end(streams) { try write(piece.file, piece.bytes) }
    return assembly.contents
  }
}
