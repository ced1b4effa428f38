import Synchronization

/// Databases that tables of one job are read from: each is opened when it is first asked for, and read
/// in one state until nobody holds this any more, whoever writes to it meanwhile.
///
/// Any thread may ask; one is answered at a time.
public final class DatabaseSnapshots: Sendable {
  /// The connections, which only who holds the lock uses.
  private struct Opened: @unchecked Sendable {
    var sessions: [DatabaseLocation: any DatabaseSession] = [:]
  }

  private let opened = Mutex(Opened())

  /// No databases yet.
  public init() {}

  /// Lets all databases go.
  public func end() { opened.withLock { $0.sessions = [:] } }

  /// Calls `body` with the connection to a database.
  ///
  /// - Throws: `DatabaseFault`, or what `body` throws.
  public func with<Result>(
    _ location: DatabaseLocation, _ body: (any DatabaseSession) throws -> sending Result
  ) throws -> sending Result {
    try opened.withLock { opened in
      if let session = opened.sessions[location] { return try body(session) }
      let session = try location.session(for: .reading)
      try session.beginSnapshot()
      opened.sessions[location] = session
      return try body(session)
    }
  }
}
