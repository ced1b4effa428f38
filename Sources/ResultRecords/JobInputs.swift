import ColumnStore
import Glibc
import ScoringEngine
import Synchronization

/// Opens the files of all tables at the same time.
enum JobInputs {
  /// - Parameters:
  ///   - tables: each table's name and files.
  ///   - progress: called with the bytes read of all that there are.
  /// - Throws: the error of the first file that has one.
  static func open(
    _ tables: [(name: String, files: [String])], progress: ((WorkProgress) -> Void)?
  ) throws(TableReadError) -> [[JobInput]] {
    let places = tables.enumerated().flatMap { table, content in
      content.files.map { (table: table, name: content.name, file: $0) }
    }
    let total = places.reduce(0) { $0 + size(of: $1.file) }
    let done = Mutex(0)
    let opened = Mutex([Result<JobInput?, TableReadError>?](repeating: nil, count: places.count))
    WorkerThreads.run(places.count) { index in
      let place = places[index]
      let result = Result { () throws(TableReadError) in
        try JobInput.open(
          place.file, of: place.name,
          progress: { count in
            done.withLock { done in
              done += count
              progress?(WorkProgress(activity: "opening files", done: done, total: total))
            }
          })
      }
      opened.withLock { $0[index] = result }
    }
    var inputs: [[JobInput]] = tables.map { _ in [] }
    for (place, result) in zip(places, opened.withLock { $0 }) {
      if let input = try result?.get() { inputs[place.table].append(input) }
    }
    return inputs
  }

  /// The size of a regular file, 0 where nobody knows.
  private static func size(of file: String) -> Int {
    var status = stat()
    guard stat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return 0 }
    return Int(status.st_size)
  }
}
