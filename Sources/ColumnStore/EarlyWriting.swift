import Glibc

/// Lets Linux begin to bring a file to the disk while more is being written to it.
enum EarlyWriting {
  private typealias SyncFileRange = @convention(c) (Int32, Int64, Int64, UInt32) -> Int32

  /// `sync_file_range`, which Swift's view of the C library leaves out; nil where there is none.
  private static let syncFileRange: SyncFileRange? = dlsym(nil, "sync_file_range").map {
    unsafeBitCast($0, to: SyncFileRange.self)
  }

  /// Begins to write some bytes of a file to the disk and does not wait for it. That this fails is no
  /// matter: syncing the file writes them too.
  static func begin(_ descriptor: Int32, _ range: Range<Int>) {
    // SYNC_FILE_RANGE_WRITE.
    let write: UInt32 = 2
    _ = syncFileRange?(descriptor, Int64(range.lowerBound), Int64(range.count), write)
  }
}
