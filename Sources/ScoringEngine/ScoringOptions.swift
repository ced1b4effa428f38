import DelimitedText
import Glibc
import ScoringPlan

/// How a population is scored; none of it changes any result.
public struct ScoringOptions: Sendable, Equatable {
  /// How many ranges of rows are worked on at a time.
  public var threads: Int
  /// How many rows are brought into the processor's cache at a time.
  public var blockSize: Int
  /// Whether the scores of measures are kept beside those of dimensions, and what gates did beside the
  /// value after them.
  public var keepsMeasures: Bool
  /// The parameters that may later get other values: the run keeps what `Reweighting` then needs.
  public var varying: Set<ParameterSlot> = []
  /// How many bytes of a file a thread reads at a time.
  public var chunkSize: Int
  /// The registers of the subject table that are kept instead of those that results are made of.
  var kept: [Register]?
  /// Whether all registers of all tables are kept.
  var keepsEverything = false

  /// Options; by default one range for each processor that is there.
  public init(
    threads: Int? = nil, blockSize: Int = 512, keepsMeasures: Bool = false,
    chunkSize: Int = TextChunks.usualSize
  ) {
    self.threads = threads ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    self.blockSize = blockSize
    self.keepsMeasures = keepsMeasures
    self.chunkSize = chunkSize
    precondition(self.threads > 0, "work takes at least one thread")
    precondition(blockSize > 0, "a block has at least one row")
  }
}
